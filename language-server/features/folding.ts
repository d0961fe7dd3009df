import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { bracesAndStretchesIn } from '../syntax/quoted-and-comments.js';
import type { Piece } from '../workspace/piece.js';
import type { Feature } from './feature.js';

/** Blocks in braces, texts, comments and regions; told by the signs alone, so that a broken line does not unfold anything. */
export const folding: Feature = {
    capabilities: { foldingRangeProvider: true },
    register(session) {
        session.connection.onFoldingRanges(session.answering('folding', [] as FoldingRange[], (params) => foldsIn(session, params)));
    },
};

/** What opens or closes in a piece, or folds by itself; lines counted from the piece's first. */
type Sign =
    | { readonly kind: 'open' | 'close' | 'region' | 'endregion'; readonly line: number }
    | { readonly kind: 'fold'; readonly line: number; readonly endLine: number; readonly as: FoldingRangeKind | undefined };

const known = new WeakMap<Piece, readonly Sign[]>();

export function foldsIn({ workspace }: Session, { textDocument: { uri } }: FoldingRangeParams): FoldingRange[] {
    const folds: FoldingRange[] = [];
    let braces: number[] = [];
    const regions: number[] = [];
    for (const piece of workspace.document(uri)?.stretches ?? []) {
        // A brace that is never closed ends where the next declaration begins.
        if (piece.start.kind === 'head') braces = [];
        for (const sign of signsOf(piece)) {
            const line = piece.line + sign.line;
            switch (sign.kind) {
                case 'open': braces.push(line); break;
                case 'close': add(braces.pop(), line - 1); break;
                case 'region': regions.push(line); break;
                case 'endregion': add(regions.pop(), line, FoldingRangeKind.Region); break;
                case 'fold': add(line, piece.line + sign.endLine, sign.as); break;
            }
        }
    }
    return folds.sort((one, other) => one.startLine - other.startLine);

    function add(startLine: number | undefined, endLine: number, kind?: FoldingRangeKind): void {
        if (startLine !== undefined && endLine > startLine) folds.push({ startLine, endLine, kind });
    }
}

function signsOf(piece: Piece): readonly Sign[] {
    let signs = known.get(piece);
    if (!signs) known.set(piece, (signs = [...readSigns(piece)]));
    return signs;
}

const REGION = /^\/\/\s*#?(end)?region\b/;

function* readSigns(piece: Piece): Generator<Sign> {
    const { normalized } = piece;
    let line = 0;
    const lineOf = (offset: number) => {
        while (line + 1 < piece.lineStarts.length && piece.lineStarts[line + 1]! <= offset) line++;
        return line;
    };
    let comments: { line: number; endLine: number } | undefined;
    for (const { kind, start, end } of bracesAndStretchesIn(normalized)) {
        const first = lineOf(start);
        const last = lineOf(end - 1);
        if (kind !== 'line-comment' && comments) {
            yield { kind: 'fold', ...comments, as: FoldingRangeKind.Comment };
            comments = undefined;
        }
        if (kind === 'open' || kind === 'close') {
            yield { kind, line: first };
        } else if (kind === 'text') {
            // The line of the closing quotes stays in view where they stand by themselves.
            const closesAlone = normalized.slice(piece.lineStarts[last], end).trim() === '"""';
            yield { kind: 'fold', line: first, endLine: closesAlone ? last - 1 : last, as: undefined };
        } else if (kind === 'block-comment') {
            yield { kind: 'fold', line: first, endLine: last, as: FoldingRangeKind.Comment };
        } else if (kind === 'line-comment') {
            const region = REGION.exec(normalized.slice(start, end));
            const standsAlone = normalized.slice(piece.lineStarts[first], start).trim() === '';
            const goesOn = comments?.endLine === first - 1 && standsAlone && !region;
            if (comments && !goesOn) yield { kind: 'fold', ...comments, as: FoldingRangeKind.Comment };
            if (region) yield { kind: region[1] ? 'endregion' : 'region', line: first };
            comments = !standsAlone || region ? undefined : { line: goesOn ? comments!.line : first, endLine: first };
        }
    }
    if (comments) yield { kind: 'fold', ...comments, as: FoldingRangeKind.Comment };
}
