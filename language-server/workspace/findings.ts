import { inTextOrder } from '../domain/origin.js';
import type { Declaration } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { FamilyContext } from '../domain/rule.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Block } from './block.js';
import { checkDeclaration, checkFamily, checkMember } from './check.js';
import { Family } from './family.js';
import type { Names } from './names.js';
import type { Settings } from './settings.js';
import type { TargetDocument } from './target-document.js';

/** What is wrong with a declaration by itself; undefined where another taxonomy or other settings decided about it. */
export type RecalledProblems = (taxonomy: Taxonomy, settings: Settings) => readonly Problem[] | undefined;

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

/** What the rules find in a workspace, before comments silence it. Nothing is looked at again that nothing has changed about. */
export class Findings {
    private readonly checked = new WeakMap<Declaration, Checked>();
    /** What was found in declarations before, until it is asked for. */
    private readonly recalled = new WeakMap<Declaration, RecalledProblems>();
    /** Another object whenever anything changes that decides about declarations beside their own texts. */
    private circumstances = {};
    /** What was found between declarations, by file and then by family. */
    private readonly familyProblems = new Map<string, Map<string, Problem[]>>();
    /** The files in which something was found between the declarations of a family. */
    private readonly filesOfFamily = new Map<string, readonly string[]>();
    /** The circumstances of each family when it was checked last. */
    private readonly familiesSeen = new Map<string, unknown>();
    /** The names of the declared departments when families were checked last. */
    private declaredDepartments: readonly string[] = [];

    /** @param affect is told the files whose problems may have changed */
    constructor(private readonly names: Names, private settings: Settings, private readonly affect: (uri: string) => void) {}

    configure(settings: Settings): void {
        this.settings = settings;
        this.outdate();
    }

    /** A department or a taxonomy has changed, or the settings. */
    outdate(): void {
        this.circumstances = {};
    }

    /** What is wrong with a document, in the order of its text. */
    inDocument(document: TargetDocument): readonly Problem[] {
        this.lookBetweenChanged();
        const problems: Problem[] = [];
        let inOrder = true;
        for (const block of document.blocks) {
            const found = this.ofBlock(block);
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

    /** What is wrong with declarations, each by itself. */
    byThemselves(blocks: readonly Block[]): readonly Problem[] {
        return inTextOrder(blocks.flatMap((block) => block.declarations.flatMap((declaration) => this.byItself(declaration).own)));
    }

    /** In the order of the block's text. */
    ofBlock(block: Block): readonly Problem[] {
        if (block.found?.circumstances === this.circumstances) return block.found.problems;
        const found = block.declarations.map((declaration) => this.ofDeclaration(declaration)).reduce(joined, NONE);
        const problems = found.length < 2 ? found : [...found].sort((one, other) => one.origin.start - other.origin.start);
        block.found = { circumstances: this.circumstances, problems };
        return problems;
    }

    private ofDeclaration(declaration: Declaration): readonly Problem[] {
        const checked = this.byItself(declaration);
        const surroundings = this.surroundingsOf(declaration);
        if (checked.surroundings !== surroundings) {
            checked.all = joined(checked.own, this.amongFamily(declaration));
            checked.surroundings = surroundings;
        }
        return checked.all;
    }

    /** Says what was found in a declaration by itself, before anybody asks. */
    recall(declaration: Declaration, problems: RecalledProblems): void {
        this.recalled.set(declaration, problems);
    }

    byItself(declaration: Declaration): Checked {
        const { settings } = this;
        const taxonomy = this.names.taxonomyOf(declaration, settings.taxonomy);
        const known = this.checked.get(declaration);
        if (known?.taxonomy === taxonomy && known.settings === settings) return known;
        const own = this.recalled.get(declaration)?.(taxonomy, settings) ?? joined(checkDeclaration(declaration, taxonomy, settings), NONE);
        this.recalled.delete(declaration);
        const checked = { settings, taxonomy, own, surroundings: NOT_LOOKED_AT, all: own };
        this.checked.set(declaration, checked);
        return checked;
    }

    private amongFamily(declaration: Declaration): readonly Problem[] {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return NONE;
        return checkMember(declaration, this.names.familyOf(declaration) ?? NO_FAMILY, this.familyContext, this.settings);
    }

    /** All that `amongFamily` looks at beside the declaration; another object when it has changed. */
    private surroundingsOf(declaration: Declaration): unknown {
        if (declaration.kind === 'department') return this.names.taxonomyNames;
        const family = this.names.familyOf(declaration);
        return family?.departments.length === 0 ? this.names.departmentNames : family?.circumstances;
    }

    private get familyContext(): FamilyContext {
        const { names } = this;
        return { options: this.settings.options, departmentNames: names.departmentNames, taxonomyNames: names.taxonomyNames, familyNamed: (name) => names.family(name) };
    }

    /** Checks the families again of which a member came, went or changed. */
    lookBetweenChanged(): void {
        const changed = this.names.takeChanged();
        if (changed.length === 0) return;
        // Where nothing declares a department, the findings name the nearest of those that are declared.
        const declared = this.names.departmentNames;
        const orphans = isSameList(declared, this.declaredDepartments) ? [] : [...this.names.allFamilies()].filter((family) => family.departments.length === 0);
        this.declaredDepartments = declared;
        for (const family of orphans) this.affectFilesOf(family);
        for (const family of changed) {
            // Findings in other files may speak of a place that has moved.
            if (family.circumstances !== this.familiesSeen.get(family.name) || family.departments.length > 1) this.affectFilesOf(family);
            if (family.isEmpty) this.familiesSeen.delete(family.name);
            else this.familiesSeen.set(family.name, family.circumstances);
            this.lookBetween(family);
        }
    }

    private affectFilesOf(family: Family): void {
        for (const uri of family.uris()) this.affect(uri);
    }

    private lookBetween(family: Family): void {
        const byFile = new Map<string, Problem[]>();
        for (const problem of checkFamily(family, this.familyContext, this.settings)) {
            const { uri } = problem.origin.source;
            const problems = byFile.get(uri);
            if (problems) problems.push(problem);
            else byFile.set(uri, [problem]);
        }
        for (const uri of this.filesOfFamily.get(family.name) ?? []) {
            this.affect(uri);
            this.familyProblems.get(uri)?.delete(family.name);
        }
        for (const [uri, problems] of byFile) {
            this.affect(uri);
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
