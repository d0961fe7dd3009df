/** Full-width digits, letters and signs as their half-width forms, character for character, so that offsets stay. */
export function halfWidth(text: string): string {
    if (!HAS_FULL_WIDTH.test(text)) return text;
    return text.replace(FULL_WIDTH, (character) => (character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0)));
}

const FULL_WIDTH = /[\u3000\uFF01-\uFF5E]/g;
const HAS_FULL_WIDTH = new RegExp(FULL_WIDTH.source);
