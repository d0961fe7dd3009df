import { DefaultLexer, DefaultTokenBuilder, type GrammarAST, type LexerResult } from 'langium';

type Token = LexerResult['tokens'][number];

/** Hidden terminals of the grammar that no valid text has. */
const STRAY = new Set(['UNCLOSED_TEXT_BLOCK', 'UNCLOSED_STRING', 'UNCLOSED_COMMENT', 'STRAY']);

/** Keeps what the last text had that belongs nowhere: the parser does not see it, the checker reports it. */
export class StrayKeepingLexer extends DefaultLexer {
    strays: Token[] = [];
    tokens: Token[] = [];

    override tokenize(text: string): LexerResult {
        const result = super.tokenize(text);
        this.tokens = result.tokens;
        this.strays = result.hidden.filter((token) => STRAY.has(token.tokenType.name));
        return result;
    }
}

/** Langium throws away hidden tokens that might be white space; what belongs nowhere may be some rare blank, and is kept. */
export class StrayKeepingTokens extends DefaultTokenBuilder {
    protected override buildTerminalToken(terminal: GrammarAST.TerminalRule) {
        const token = super.buildTerminalToken(terminal);
        if (STRAY.has(terminal.name)) token.GROUP = 'hidden';
        return token;
    }
}
