import { departmentOf } from '../domain/family.js';
import type { FamilyContext } from '../domain/rule.js';
import { inTextOrder } from '../domain/origin.js';
import type { Declaration, Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Wording } from '../domain/wording.js';
import { BUILTIN_DOCUMENTS } from '../generated/builtin-documents.js';
import type { Block } from './block.js';
import { isBuiltin, isBuiltinLibrary } from './builtin.js';
import { checkDeclaration, checkFamily, checkMember, checkSilencings } from './check.js';
import { Family } from './family.js';
import { fileKey } from './file-key.js';
import type { IndicatorNames } from './indicator-names.js';
import { Names, type DeclaredNames } from './names.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';
import { applySilencings, type Judged } from './silencing.js';
import { TargetDocument, type TextChange } from './target-document.js';

/** What was found in a declaration, with everything beside its own text that decided about it. */
interface Checked {
    readonly settings: Settings;
    readonly taxonomy: Taxonomy;
    readonly own: readonly Problem[];
    /** What its family's departments and the other names in the workspace looked like. */
    surroundings: unknown;
    all: readonly Problem[];
}

/** What nothing can be surrounded by. */
const NOT_LOOKED_AT = {};

/** Where a declaration belongs that names no department. */
const NO_FAMILY = new Family('');

/** A file that is not read. */
export interface LeftOut {
    readonly uri: string;
    readonly why: Wording;
    readonly version: number | undefined;
}

/** All documents that belong together, what their names refer to, and what is wrong with them. */
export class Workspace {
    /** By the key of the file: a file that an editor spells in another way than the disk is still one file. */
    private readonly held = new Map<string, TargetDocument>();
    /** Files that are not read, by their keys. */
    private readonly leftOut = new Map<string, LeftOut>();
    private readonly known: Names;
    private readonly checked = new WeakMap<Declaration, Checked>();
    /** Another object whenever a department, a taxonomy or the settings change: all that decides about a declaration beside its own text. */
    private circumstances = {};
    /** What was found between declarations, by file and then by family. */
    private readonly familyProblems = new Map<string, Map<string, Problem[]>>();
    /** The files in which something was found between the declarations of a family. */
    private readonly filesOfFamily = new Map<string, readonly string[]>();
    /** The circumstances of each family when it was checked last. */
    private readonly familiesSeen = new Map<string, object>();
    /** The files whose list of problems may have changed since `takeAffected` was called last. */
    private affected = new Set<string>();
    /** The names of the declared departments when families were checked last. */
    private declaredDepartments: readonly string[] = [];
    private builtinsAreRead = false;
    private libraryIsRead = false;
    /** The blocks of documents that are still being read, in the order of their texts: nobody else knows them yet. */
    private readonly unread = new Map<TargetDocument, Set<Block>>();
    /** Blocks whose names nobody has asked for yet: while edits arrive quickly, most are gone before anybody does. */
    private readonly unnamed = new Set<Block>();
    private filesAreAwaited = false;

    /** @param whole what is declared in all, where only a part of the files is to be opened */
    constructor(private settings: Settings = DEFAULT_SETTINGS, whole?: DeclaredNames) {
        this.known = new Names(whole);
    }

    get names(): Names {
        this.readBuiltins();
        this.nameAdded();
        return this.known;
    }

    private get documents(): Map<string, TargetDocument> {
        this.readBuiltins();
        return this.held;
    }

    /** Before anything else, but not before anything is asked: until then a server can say that it is there. */
    private readBuiltins(): void {
        if (this.builtinsAreRead) return;
        this.builtinsAreRead = true;
        for (const { uri, text } of BUILTIN_DOCUMENTS) {
            if (!isBuiltinLibrary(uri)) this.open(uri, text);
        }
        this.nameAdded();
        this.affected.clear();
    }

    /**
     * Adds a document, or replaces the text of one.
     * @param version as the editor counts it; undefined for the text of a file that no editor holds
     */
    open(uri: string, text: string, version?: number): TargetDocument {
        return this.put(new TargetDocument(uri, text, version));
    }

    /**
     * Adds a document like `open`, or a file that no editor holds, which keeps only what others ask about it once it is
     * checked. It is read by and by, as `readOn` is called.
     */
    begin(uri: string, text: string, version?: number): void {
        const document = new TargetDocument(uri, text, version, version === undefined, true);
        this.unread.set(document, new Set());
        this.put(document);
    }

    /**
     * Reads on in the documents that were begun, and checks what it reads.
     * @param ms how long; one declaration is read at least
     * @returns whether there is more to read
     */
    readOn(ms: number): boolean {
        const end = performance.now() + ms;
        for (const [document, blocks] of this.unread) {
            for (;;) {
                for (const block of blocks) {
                    blocks.delete(block);
                    this.unnamed.add(block);
                    this.nameAdded();
                    this.problemsInBlock(block);
                    if (block.closed) block.letGo();
                    if (performance.now() > end) return true;
                }
                if (document.isCut) break;
                for (const block of document.cutOn(end - performance.now())) blocks.add(block);
            }
            this.unread.delete(document);
        }
        this.lookAgainWhenComplete();
        return false;
    }

    isBeingRead(uri: string): boolean {
        const document = this.document(uri);
        return document !== undefined && this.unread.has(document);
    }

    /** Whether more files are going to be added. */
    get awaitsFiles(): boolean {
        return this.filesAreAwaited;
    }

    awaitFiles(awaited: boolean): void {
        this.filesAreAwaited = awaited;
        this.lookAgainWhenComplete();
    }

    /** Whether everything is read. Before that nothing is found between declarations: what seems missing may be still to come. */
    get isComplete(): boolean {
        return this.unread.size === 0 && !this.filesAreAwaited;
    }

    private lookAgainWhenComplete(): void {
        if (!this.isComplete) return;
        for (const { uri, version } of this.documents.values()) {
            if (version !== undefined) this.affected.add(uri);
        }
    }

    private put(document: TargetDocument): TargetDocument {
        this.close(document.uri);
        this.documents.set(fileKey(document.uri), document);
        this.exchange(document, [], document.blocks);
        return document;
    }

    update(uri: string, changes: readonly TextChange[], version: number): void {
        const document = this.document(uri);
        if (!document) return;
        const { removed, added } = document.update(changes, version);
        this.exchange(document, removed, added);
    }

    /** Says why a file is not read, until a text is opened for it or it is closed. */
    leaveOut(uri: string, why: Wording, version?: number): void {
        this.close(uri);
        this.leftOut.set(fileKey(uri), { uri, why, version });
        this.affected.add(uri);
    }

    get filesLeftOut(): Iterable<LeftOut> {
        return this.leftOut.values();
    }

    whyLeftOut(uri: string): LeftOut | undefined {
        return this.leftOut.get(fileKey(uri));
    }

    close(uri: string): void {
        if (this.leftOut.delete(fileKey(uri))) this.affected.add(uri);
        const document = this.document(uri);
        if (!document) return;
        this.documents.delete(fileKey(uri));
        this.exchange(document, document.blocks, []);
        this.unread.delete(document);
    }

    configure(settings: Settings): void {
        this.settings = settings;
        this.circumstances = {};
        this.names.changeAll();
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
        this.nameAdded();
        if (this.isComplete) this.recheckChanged();
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
        if (!this.isComplete) return applySilencings(this.ownFindingsIn(document), document.stretches, document.uri);
        const judged = applySilencings(this.findingsIn(document), document.stretches, document.uri);
        if (judged.unused.length === 0) return judged;
        return { ...judged, problems: inTextOrder([...judged.problems, ...checkSilencings(judged.unused, this.settings)]) };
    }

    /** What is wrong with the declarations that are read by now, each by itself. */
    private ownFindingsIn(document: TargetDocument): Problem[] {
        const unread = this.unread.get(document);
        const read = document.blocks.filter((block) => !unread?.has(block));
        return inTextOrder(read.flatMap((block) => block.declarations.flatMap((declaration) => this.checkedByItself(declaration).own)));
    }

    private findingsIn(document: TargetDocument): Problem[] {
        this.recheckChanged();
        const problems: Problem[] = [];
        let inOrder = true;
        for (const block of document.blocks) {
            const found = this.problemsInBlock(block);
            if (found.length === 0) continue;
            for (const problem of found) problems.push(problem);
            // Projects stand between the pieces of the department around them.
            inOrder &&= block.pieces.length === 1;
        }
        for (const found of this.familyProblems.get(document.uri)?.values() ?? []) {
            for (const problem of found) problems.push(problem);
            inOrder = false;
        }
        return inOrder ? problems : inTextOrder(problems);
    }

    /**
     * The names that indicators have. The built-in library is read when they are first asked for; it serves nothing else,
     * and is no document of the workspace, so that nobody meets its lines among the references to a category.
     */
    get indicatorNames(): IndicatorNames {
        if (!this.libraryIsRead) {
            for (const { uri, text } of BUILTIN_DOCUMENTS.filter((document) => isBuiltinLibrary(document.uri))) {
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

    /** In the order of the block's text. */
    private problemsInBlock(block: Block): readonly Problem[] {
        if (block.found?.circumstances === this.circumstances) return block.found.problems;
        const found = block.declarations.map((declaration) => this.problemsIn(declaration)).reduce(joined, NONE);
        const problems = found.length < 2 ? found : [...found].sort((one, other) => one.origin.start - other.origin.start);
        block.found = { circumstances: this.circumstances, problems };
        return problems;
    }

    private problemsIn(declaration: Declaration): readonly Problem[] {
        const checked = this.checkedByItself(declaration);
        const surroundings = this.surroundingsOf(declaration);
        if (checked.surroundings !== surroundings) {
            checked.all = joined(checked.own, this.problemsAmongFamily(declaration));
            checked.surroundings = surroundings;
        }
        return checked.all;
    }

    private checkedByItself(declaration: Declaration): Checked {
        const { settings } = this;
        const taxonomy = this.taxonomyOf(declaration);
        const known = this.checked.get(declaration);
        if (known?.taxonomy === taxonomy && known.settings === settings) return known;
        const own = joined(checkDeclaration(declaration, taxonomy, settings), NONE);
        const checked = { settings, taxonomy, own, surroundings: NOT_LOOKED_AT, all: own };
        this.checked.set(declaration, checked);
        return checked;
    }

    private problemsAmongFamily(declaration: Declaration): readonly Problem[] {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return [];
        return checkMember(declaration, this.familyOf(declaration) ?? NO_FAMILY, this.familyContext, this.settings);
    }

    /** All that `problemsAmongFamily` looks at beside the declaration; another object when it has changed. */
    private surroundingsOf(declaration: Declaration): unknown {
        if (declaration.kind === 'department') return this.names.taxonomyNames;
        const family = this.familyOf(declaration);
        return family?.departments.length === 0 ? this.names.departmentNames : family?.circumstances;
    }

    private familyOf(declaration: Declaration): Family | undefined {
        if (declaration.kind === 'department') return this.names.family(declaration.name?.value);
        return declaration.kind === 'project' ? this.names.family(declaration.department) : undefined;
    }

    private get familyContext(): FamilyContext {
        const { names } = this;
        return { options: this.settings.options, departmentNames: names.departmentNames, taxonomyNames: names.taxonomyNames, familyNamed: (name) => names.family(name) };
    }

    private exchange(document: TargetDocument, removed: readonly Block[], added: readonly Block[]): void {
        this.affected.add(document.uri);
        const unread = this.unread.get(document);
        for (const block of removed) {
            if (unread?.delete(block) || this.unnamed.delete(block)) continue;
            this.known.remove(block);
            this.lookAgainAt(block);
        }
        for (const block of added) (unread ?? this.unnamed).add(block);
    }

    private nameAdded(): void {
        for (const block of this.unnamed) {
            this.unnamed.delete(block);
            this.known.add(block);
            this.lookAgainAt(block);
        }
    }

    /** Has everything checked again that a block which is new, or gone, decides about. */
    private lookAgainAt({ declarations }: Block): void {
        if (declarations.some(({ kind }) => kind === 'department' || kind === 'taxonomy')) this.circumstances = {};
        // A taxonomy decides over every file whose departments name it.
        if (declarations.some(({ kind }) => kind === 'taxonomy')) {
            for (const other of this.uris) this.affected.add(other);
            this.known.changeAll();
        }
    }

    private recheckChanged(): void {
        const changed = this.names.takeChanged();
        if (changed.length === 0) return;
        // Where nothing declares a department, the findings name the nearest of those that are declared.
        const declared = this.names.departmentNames;
        const orphans = isSameList(declared, this.declaredDepartments) ? [] : [...this.names.allFamilies()].filter((family) => family.departments.length === 0);
        this.declaredDepartments = declared;
        for (const family of orphans) this.affectMembers(family);
        for (const family of changed) {
            // Findings in other files may speak of a place that has moved.
            if (family.circumstances !== this.familiesSeen.get(family.name) || family.departments.length > 1) this.affectMembers(family);
            if (family.isEmpty) this.familiesSeen.delete(family.name);
            else this.familiesSeen.set(family.name, family.circumstances);
            this.recheck(family);
        }
    }

    private affectMembers({ departments, projects }: Family): void {
        for (const { origin } of departments) this.affected.add(origin.source.uri);
        for (const { origin } of projects) this.affected.add(origin.source.uri);
    }

    private recheck(family: Family): void {
        const byFile = new Map<string, Problem[]>();
        for (const problem of checkFamily(family, this.familyContext, this.settings)) {
            const { uri } = problem.origin.source;
            const problems = byFile.get(uri);
            if (problems) problems.push(problem);
            else byFile.set(uri, [problem]);
        }
        for (const uri of this.filesOfFamily.get(family.name) ?? []) {
            this.affected.add(uri);
            this.familyProblems.get(uri)?.delete(family.name);
        }
        for (const [uri, problems] of byFile) {
            this.affected.add(uri);
            let found = this.familyProblems.get(uri);
            if (!found) this.familyProblems.set(uri, (found = new Map()));
            found.set(family.name, problems);
        }
        if (byFile.size > 0) this.filesOfFamily.set(family.name, [...byFile.keys()]);
        else this.filesOfFamily.delete(family.name);
    }
}

/** Most declarations have no problems, and a province has tens of thousands of them: they share one list. */
const NONE: readonly Problem[] = [];

function joined(one: readonly Problem[], other: readonly Problem[]): readonly Problem[] {
    if (other.length === 0) return one.length === 0 ? NONE : one;
    return one.length === 0 ? other : [...one, ...other];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
    return one === other || (one.length === other.length && one.every((name, index) => name === other[index]));
}
