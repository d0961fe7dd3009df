import type { AstNode } from 'langium';
import type { TreeReader } from './tree-reader.js';

/** The entries of a block, where most may stand only once: the first counts, each further one is noted. */
export class Entries<N extends AstNode> {
    constructor(private readonly nodes: readonly N[], private readonly tree: TreeReader) {}

    one<T extends N['$type']>(type: T, label: string): Extract<N, { $type: T }> | undefined {
        return this.oneWhere((node) => node.$type === type, label) as Extract<N, { $type: T }> | undefined;
    }

    oneWhere(matches: (node: N) => boolean, label: string): N | undefined {
        const [first, ...others] = this.nodes.filter(matches);
        for (const again of others) this.tree.noteRepetition(label, first!, again);
        return first;
    }

    all<T extends N['$type']>(type: T): Extract<N, { $type: T }>[] {
        return this.nodes.filter((node): node is Extract<N, { $type: T }> => node.$type === type);
    }

    oneOfEachName<T extends N['$type']>(type: T): (Extract<N, { $type: T }> & { name: string })[] {
        const byName = new Map<string, Extract<N, { $type: T }> & { name: string }>();
        for (const node of this.all(type) as (Extract<N, { $type: T }> & { name: string })[]) {
            const first = byName.get(node.name);
            if (first) this.tree.noteRepetition(node.name, first, node);
            else byName.set(node.name, node);
        }
        return [...byName.values()];
    }
}
