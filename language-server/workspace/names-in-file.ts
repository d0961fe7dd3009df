import { firstContent } from '../syntax/code-reader.js';
import { cutPiece, FILE_START } from '../syntax/cut-declarations.js';
import type { TargetDocument } from './target-document.js';

/** All through which what one file says can matter to the findings in another. */
export interface NamesInFile {
    /** The departments that it declares or that its projects belong to, in the order in which they are met. */
    readonly families: readonly string[];
    /** Those among them that it declares. */
    readonly departments: readonly string[];
    readonly taxonomies: readonly string[];
    /** The taxonomies that its departments name. */
    readonly taxonomiesUsed: readonly string[];
}

/** Names as a document gives them. */
export function namesIn({ blocks }: Pick<TargetDocument, 'blocks'>): NamesInFile {
    const names = new Collected();
    for (const declaration of blocks.flatMap((block) => block.declarations)) {
        switch (declaration.kind) {
            case 'department':
                names.declareDepartment(declaration.name?.value);
                names.useTaxonomy(declaration.taxonomyName?.value);
                break;
            case 'project':
                names.belongTo(declaration.department);
                break;
            case 'taxonomy':
                names.declareTaxonomy(declaration.name?.value);
                break;
        }
    }
    return names.all;
}

const STRING = /("[^"\n\r]*"|“[^”\n\r]*”)/.source;
const HEAD = new RegExp(String.raw`(部门|项目|指标体系)\s*${STRING}?\s*(?:属于\s*${STRING})?`, 'y');
const TAXONOMY = new RegExp(String.raw`指标体系\s*${STRING}`, 'g');

/**
 * The same at a fraction of the cost, since only the beginnings of the declarations are looked at. As good as always
 * right: only where a beginning is itself broken, what is read in the end may have another name.
 */
export function glimpseNames(text: string): NamesInFile {
    const names = new Collected();
    let around: string | undefined;
    for (let at = 0, start = FILE_START; at < text.length;) {
        const cut = cutPiece(text, at, start, true);
        if (cut === 'more text needed') break;
        const { normalized } = cut;
        HEAD.lastIndex = firstContent(normalized);
        const [, keyword, name, department] = (start.kind === 'rest' ? undefined : HEAD.exec(normalized)) ?? [];
        if (start.kind === 'head') around = keyword === '部门' ? contentOf(name) : undefined;
        if (keyword === '部门') names.declareDepartment(around);
        else if (keyword === '项目') names.belongTo(contentOf(department)?.trim() ? contentOf(department) : around);
        else if (keyword === '指标体系') names.declareTaxonomy(contentOf(name));
        if (keyword !== '项目') {
            for (const [, chosen] of normalized.matchAll(TAXONOMY)) names.useTaxonomy(contentOf(chosen));
        }
        at = cut.end;
        start = cut.next;
    }
    return names.all;
}

function contentOf(quoted: string | undefined): string | undefined {
    return quoted?.slice(1, -1);
}

/** Names in the order in which they are met, each once. */
class Collected {
    private readonly families = new Set<string>();
    private readonly departments = new Set<string>();
    private readonly taxonomies = new Set<string>();
    private readonly taxonomiesUsed = new Set<string>();

    get all(): NamesInFile {
        return { families: [...this.families], departments: [...this.departments], taxonomies: [...this.taxonomies], taxonomiesUsed: [...this.taxonomiesUsed] };
    }

    declareDepartment(name: string | undefined): void {
        add(this.departments, name);
        add(this.families, name);
    }

    belongTo(department: string | undefined): void {
        add(this.families, department);
    }

    declareTaxonomy(name: string | undefined): void {
        add(this.taxonomies, name);
    }

    useTaxonomy(name: string | undefined): void {
        add(this.taxonomiesUsed, name);
    }
}

function add(names: Set<string>, name: string | undefined): void {
    if (name !== undefined) names.add(name);
}

/** Whether a glimpse said all that matters of what was read then. */
export function wasRight(glimpse: NamesInFile, read: NamesInFile): boolean {
    return isSame(glimpse.families, read.families) && isSame(glimpse.departments, read.departments) && isSame(glimpse.taxonomies, read.taxonomies)
        && read.taxonomiesUsed.every((name) => glimpse.taxonomiesUsed.includes(name));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
    return one.length === other.length && one.every((name, index) => name === other[index]);
}
