import type { Taxonomy } from '../domain/taxonomy.js';
import type { Block } from './block.js';
import { ClosedProject } from './closed-project.js';
import type { Findings } from './findings.js';
import { keepProject, recallProblems, type KeptProject } from './kept-project.js';
import type { Settings } from './settings.js';

/** Names all that decides, beside a declaration's text, over what is wrong with it by itself. */
export type NameOfJudges = (taxonomy: Taxonomy, settings: Settings) => string;

/** What is kept of a closed file while it is read, block after block: recalled from an earlier reading, gathered for a later one. */
export class KeptFile {
    /** As JSON; empty of what has to be read each time. */
    readonly blocks: string[] = [];
    private judgementHolds = false;

    /** @param earlier what an earlier reading of the same text has kept of its blocks */
    constructor(private readonly earlier: readonly string[], private readonly nameOfJudges: NameOfJudges) {}

    get isAsBefore(): boolean {
        return this.blocks.length === this.earlier.length && this.blocks.every((json, index) => json === this.earlier[index]);
    }

    /** Says the next block's project as it was kept, before anybody reads it. */
    recall(block: Block, findings: Findings): void {
        const json = this.earlier[this.blocks.length];
        this.blocks.push('');
        this.judgementHolds = false;
        if (!json) return;
        const kept = JSON.parse(json) as KeptProject;
        const project = block.recall(kept);
        findings.recall(project, (taxonomy, settings) => {
            this.judgementHolds = kept.judgedBy === this.nameOfJudges(taxonomy, settings);
            return this.judgementHolds ? recallProblems(kept, project, taxonomy, settings) : undefined;
        });
    }

    /** Keeps what the same block says, once it is judged and before it lets go of anything. */
    keep({ declarations: [project, ...others] }: Block, findings: Findings): void {
        const turn = this.blocks.length - 1;
        if (this.judgementHolds) {
            this.blocks[turn] = this.earlier[turn]!;
        } else if (project instanceof ClosedProject && others.length === 0) {
            const { own, taxonomy, settings } = findings.byItself(project);
            const kept = keepProject(project, own, this.nameOfJudges(taxonomy, settings));
            if (kept) this.blocks[turn] = JSON.stringify(kept);
        }
    }
}
