import { AbstractParserErrorMessageProvider } from 'langium';

/** What a parser's error says, as data: the words are chosen later, by the rule `syntax`. */
export interface ParserError {
    /** Names of the tokens that could stand here, as far as the parser knows. */
    readonly expected: readonly string[];
    /** The rule of the grammar that was being read. */
    readonly place: string;
}

interface TokenNamed { name: string }

/** The parser passes messages through as text only, so the data travels in it as JSON. */
export class StructuredParserErrors extends AbstractParserErrorMessageProvider {
    override buildMismatchTokenMessage(options: { expected: TokenNamed; ruleName: string }): string {
        return encode({ expected: [options.expected.name], place: options.ruleName });
    }

    override buildNotAllInputParsedMessage(options: { ruleName: string }): string {
        return encode({ expected: [], place: options.ruleName });
    }

    override buildNoViableAltMessage(options: { expectedPathsPerAlt: TokenNamed[][][]; ruleName: string }): string {
        const expected = options.expectedPathsPerAlt.flat().map((path) => path[0]?.name).filter((name) => name !== undefined);
        return encode({ expected: [...new Set(expected)], place: options.ruleName });
    }

    override buildEarlyExitMessage(options: { expectedIterationPaths: TokenNamed[][]; ruleName: string }): string {
        const expected = options.expectedIterationPaths.map((path) => path[0]?.name).filter((name) => name !== undefined);
        return encode({ expected: [...new Set(expected)], place: options.ruleName });
    }
}

function encode(error: ParserError): string {
    return JSON.stringify({ ...error, place: error.place.replace(/\u200B$/, '') });
}

export function decodeParserError(message: string): ParserError {
    return JSON.parse(message) as ParserError;
}
