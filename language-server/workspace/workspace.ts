import { departmentOf, type DepartmentFamily } from '../domain/family.js';
import type { Declaration, Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import { BUILTIN_DOCUMENTS } from '../generated/builtin-documents.js';
import type { Block } from './block.js';
import { checkDeclaration, checkFamily, checkSilencings } from './check.js';
import { fileKey } from './file-key.js';
import type { IndicatorNames } from './indicator-names.js';
import { Names } from './names.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';
import { applySilencings, type Judged } from './silencing.js';
import { TargetDocument, type TextChange } from './target-document.js';

interface Checked {
    readonly taxonomy: Taxonomy;
    readonly settings: Settings;
    readonly problems: readonly Problem[];
}

/** All documents that belong together, what their names refer to, and what is wrong with them. */
export class Workspace {
    /** By the key of the file: a file that an editor spells in another way than the disk is still one file. */
    private readonly documents = new Map<string, TargetDocument>();
    readonly names = new Names();
    private readonly checked = new WeakMap<Declaration, Checked>();
    /** What was found between declarations, by family and then by file. */
    private readonly familyProblems = new Map<string, Map<string, Problem[]>>();
    /** The files whose list of problems may have changed since `takeAffected` was called last. */
    private affected = new Set<string>();
    /** The names of the declared departments when families were checked last. */
    private declaredDepartments: readonly string[] = [];
    private libraryIsRead = false;

    constructor(private settings: Settings = DEFAULT_SETTINGS) {
        for (const { uri, text } of BUILTIN_DOCUMENTS) {
            if (!isLibrary(uri)) this.open(uri, text);
        }
        this.affected.clear();
    }

    /**
     * Adds a document, or replaces the text of one.
     * @param version as the editor counts it; undefined for the text of a file that no editor holds
     */
    open(uri: string, text: string, version?: number): TargetDocument {
        this.close(uri);
        const document = new TargetDocument(uri, text, version);
        this.documents.set(fileKey(uri), document);
        this.exchange(uri, [], document.blocks);
        return document;
    }

    update(uri: string, changes: readonly TextChange[], version: number): void {
        const document = this.document(uri);
        if (!document) return;
        const { removed, added } = document.update(changes, version);
        this.exchange(document.uri, removed, added);
    }

    close(uri: string): void {
        const document = this.document(uri);
        if (!document) return;
        this.documents.delete(fileKey(uri));
        this.exchange(document.uri, document.blocks, []);
    }

    configure(settings: Settings): void {
        this.settings = settings;
        this.familyProblems.clear();
        for (const family of this.names.allFamilies()) this.recheck(family);
        for (const uri of this.uris) this.affected.add(uri);
    }

    /** A workspace of the same settings with the taxonomies of this one: enough to judge a text by itself. */
    withTaxonomiesOnly(): Workspace {
        const other = new Workspace(this.settings);
        for (const document of this.documents.values()) {
            if (!isBuiltin(document.uri) && document.blocks.some((block) => block.declaration?.kind === 'taxonomy')) other.open(document.uri, document.text);
        }
        return other;
    }

    /** What users set; replaced as a whole. */
    get configured(): Settings {
        return this.settings;
    }

    document(uri: string): TargetDocument | undefined {
        return this.documents.get(fileKey(uri));
    }

    get uris(): Iterable<string> {
        return [...this.documents.values()].map((document) => document.uri);
    }

    /** The files whose problems may have changed since the last call. */
    takeAffected(): Set<string> {
        this.recheckChanged();
        const { affected } = this;
        this.affected = new Set();
        return new Set([...affected].map((uri) => this.document(uri)?.uri ?? uri));
    }

    /** Everything wrong with a file that no comment silences, in the order of the text. */
    problemsOf(uri: string): readonly Problem[] {
        return this.judge(uri).problems;
    }

    /** What comments in a file silence, with the reasons that they give. */
    silencedIn(uri: string): Judged['silenced'] {
        return this.judge(uri).silenced;
    }

    private judge(uri: string): Judged {
        const document = this.document(uri);
        if (!document) return { problems: [], silenced: [], unused: [] };
        const judged = applySilencings(this.findingsIn(document), document.stretches, document.uri);
        if (judged.unused.length === 0) return judged;
        return { ...judged, problems: inTextOrder([...judged.problems, ...checkSilencings(judged.unused, this.settings)]) };
    }

    private findingsIn(document: TargetDocument): Problem[] {
        this.recheckChanged();
        const { uri } = document;
        const problems: Problem[] = [];
        const families = new Set<string>();
        for (const block of document.blocks) {
            for (const declaration of block.declarations) {
                for (const problem of this.problemsIn(declaration)) problems.push(problem);
                const family = familyName(declaration);
                if (family !== undefined) families.add(family);
            }
        }
        for (const family of families) problems.push(...(this.familyProblems.get(family)?.get(uri) ?? []));
        return inTextOrder(problems);
    }

    /**
     * The names that indicators have. The built-in library is read when they are first asked for; it serves nothing else,
     * and is no document of the workspace, so that nobody meets its lines among the references to a category.
     */
    get indicatorNames(): IndicatorNames {
        if (!this.libraryIsRead) {
            for (const { uri, text } of BUILTIN_DOCUMENTS.filter((document) => isLibrary(document.uri))) {
                for (const block of new TargetDocument(uri, text).blocks) block.declarations.forEach((declaration) => this.names.indicators.add(declaration));
            }
            this.libraryIsRead = true;
        }
        return this.names.indicators;
    }

    /** The taxonomy that a declaration's categories refer to: its department's, or the one of the settings. */
    taxonomyOf(declaration: Declaration | undefined): Taxonomy {
        const department = declaration?.kind === 'project' ? this.departmentOf(declaration) : declaration;
        const named = department?.kind === 'department' ? department.taxonomyName?.value : undefined;
        return (named === undefined ? undefined : this.names.taxonomy(named)) ?? this.names.taxonomy(this.settings.taxonomy)
            ?? this.names.taxonomy(DEFAULT_SETTINGS.taxonomy)!;
    }

    departmentOf(project: Project) {
        const family = this.names.family(project.department);
        return family && departmentOf(project, family);
    }

    private problemsIn(declaration: Declaration): readonly Problem[] {
        const taxonomy = this.taxonomyOf(declaration);
        const known = this.checked.get(declaration);
        if (known && known.taxonomy === taxonomy && known.settings === this.settings) return known.problems;
        const problems = checkDeclaration(declaration, taxonomy, this.settings);
        this.checked.set(declaration, { taxonomy, settings: this.settings, problems });
        return problems;
    }

    private exchange(uri: string, removed: readonly Block[], added: readonly Block[]): void {
        this.names.remove(removed);
        for (const block of added) this.names.add(block);
        this.affected.add(uri);
        const touched = [...removed, ...added].flatMap((block) => block.declarations);
        // A taxonomy decides over every file whose departments name it.
        if (touched.some((declaration) => declaration.kind === 'taxonomy')) {
            for (const other of this.uris) this.affected.add(other);
            for (const family of this.names.allFamilies()) this.recheck(family);
        }
    }

    private recheckChanged(): void {
        const changed = this.names.takeChanged();
        if (changed.length === 0) return;
        // Where nothing declares a department, the findings name the nearest of those that are declared.
        const declared = this.names.departmentNames;
        const orphans = isSameList(declared, this.declaredDepartments) ? [] : [...this.names.allFamilies()].filter((family) => family.departments.length === 0);
        this.declaredDepartments = declared;
        for (const family of new Set([...changed, ...orphans])) {
            for (const { origin } of [...family.departments, ...family.projects]) this.affected.add(origin.source.uri);
            this.recheck(family);
        }
    }

    private recheck(family: DepartmentFamily): void {
        const byFile = new Map<string, Problem[]>();
        const context = { options: this.settings.options, departmentNames: this.names.departmentNames, taxonomyNames: this.names.taxonomyNames, familyNamed: (name: string) => this.names.family(name) };
        for (const problem of checkFamily(family, context, this.settings)) {
            const { uri } = problem.origin.source;
            const problems = byFile.get(uri);
            if (problems) problems.push(problem);
            else byFile.set(uri, [problem]);
        }
        this.familyProblems.set(family.name, byFile);
    }
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
    return one === other || (one.length === other.length && one.every((name, index) => name === other[index]));
}

function isLibrary(uri: string): boolean {
    return uri.startsWith('ptarget-builtin:/library/');
}

/** Whether a document ships with the engine. */
export function isBuiltin(uri: string): boolean {
    return uri.startsWith('ptarget-builtin:');
}

function familyName(declaration: Declaration): string | undefined {
    if (declaration.kind === 'department') return declaration.name?.value;
    return declaration.kind === 'project' ? declaration.department : undefined;
}

function inTextOrder(problems: Problem[]): Problem[] {
    const placed = problems.map((problem) => ({ problem, start: problem.origin.source.positionAt(problem.origin.start) }));
    placed.sort((one, other) => one.start.line - other.start.line || one.start.character - other.start.character);
    return placed.map(({ problem }) => problem);
}
