import type { Origin } from '../domain/origin.js';
import type { Problem } from '../domain/problem.js';
import type { Piece } from './piece.js';

/** `// ptarget-ignore rule：reason`, or `ptarget-ignore-file` for the whole file. */
export interface Silencing {
    readonly rule: string;
    readonly reason: string;
    readonly wholeFile: boolean;
    /** The line of the file that it speaks about. */
    readonly line: number;
    readonly origin: Origin;
}

/** A silencing as it stands in its piece: lines and offsets counted from the piece's beginning. */
export interface SilencingInPiece {
    readonly rule: string;
    readonly reason: string;
    readonly wholeFile: boolean;
    readonly line: number;
    readonly start: number;
    readonly end: number;
}

const DIRECTIVE = /\/\/[ \t\u3000]*ptarget-ignore(-file)?[ \t\u3000]+([a-z-]+)[ \t\u3000]*(?:[:：]?[ \t\u3000]*)([^\n\r]*)/g;
const COMMENT_LINE = /^[ \t\u3000]*\/\//;

/** Nearly every text holds none, which is seen faster than where its lines begin. */
export function mayBeSilencing(text: string): boolean {
    return text.includes('ptarget-ignore');
}

/** The silencings in a text: a comment behind a statement speaks about its own line, comment lines about the line below them. */
export function silencingsIn(text: string, lineStarts: readonly number[]): SilencingInPiece[] {
    const found: SilencingInPiece[] = [];
    for (const match of text.matchAll(DIRECTIVE)) {
        const start = match.index;
        let line = lineStarts.findLastIndex((lineStart) => lineStart <= start);
        const lineText = (row: number) => text.slice(lineStarts[row], lineStarts[row + 1]);
        const wholeFile = match[1] !== undefined;
        if (!wholeFile) {
            while (line < lineStarts.length && COMMENT_LINE.test(lineText(line))) line++;
        }
        found.push({ rule: match[2]!, reason: match[3]!.trim(), wholeFile, line, start, end: start + match[0].trimEnd().length });
    }
    return found;
}

export interface Judged {
    readonly problems: readonly Problem[];
    /** What a comment silenced, with the comment. */
    readonly silenced: readonly { readonly problem: Problem; readonly silencing: Silencing }[];
    /** Comments that silence nothing. */
    readonly unused: readonly Silencing[];
}

/** Takes out the problems that comments silence. */
export function applySilencings(problems: readonly Problem[], pieces: readonly Piece[], uri: string): Judged {
    const silencings: Silencing[] = [];
    for (const piece of pieces) {
        for (const silencing of piece.silencings) silencings.push(inFile(silencing, piece, uri));
    }
    if (silencings.length === 0) return { problems, silenced: [], unused: [] };
    const used = new Set<Silencing>();
    const silenced: { problem: Problem; silencing: Silencing }[] = [];
    const left = problems.filter((problem) => {
        const { line } = problem.origin.source.positionAt(problem.origin.start);
        const silencing = silencings.find((candidate) => candidate.rule === problem.rule && (candidate.wholeFile || candidate.line === line));
        if (!silencing) return true;
        used.add(silencing);
        silenced.push({ problem, silencing });
        return false;
    });
    return { problems: left, silenced, unused: silencings.filter((silencing) => !used.has(silencing)) };
}

function inFile({ rule, reason, wholeFile, line, start, end }: SilencingInPiece, piece: Piece, uri: string): Silencing {
    const source = { uri, text: piece.text, positionAt: (offset: number) => piece.positionAt(offset) };
    return { rule, reason, wholeFile, line: piece.line + line, origin: { source, start, end } };
}
