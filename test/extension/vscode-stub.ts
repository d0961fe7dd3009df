/** As much of `vscode` as a preview uses. Whatever has an effect outside the page is noted. */
export const effects: string[] = [];

export class Uri {
    private constructor(readonly path: string) {}

    static parse(uri: string): Uri {
        return new Uri(uri.replace(/^file:\/\//, ''));
    }

    static joinPath(base: Uri, ...parts: string[]): Uri {
        return new Uri([base.path, ...parts].join('/'));
    }

    toString(): string {
        return `file://${this.path}`;
    }
}

export class Range {
    constructor(readonly startLine: number, readonly startCharacter: number, readonly endLine: number, readonly endCharacter: number) {}

    get start() {
        return { line: this.startLine, character: this.startCharacter };
    }

    get end() {
        return { line: this.endLine, character: this.endCharacter };
    }
}

export class Selection {
    constructor(readonly start: object, readonly end: object) {}
}

export class TabInputText {}

export const ViewColumn = { One: 1, Beside: -2 };
export const TextEditorRevealType = { AtTop: 3, InCenterIfOutsideViewport: 2 };
export const env = { language: 'zh-cn' };
export const l10n = { t: (text: string) => text };

export const commands = {
    executeCommand: async (command: string, ...args: unknown[]) => void effects.push(['run', command, ...args].join(' ')),
};

export const window = {
    visibleTextEditors: [],
    tabGroups: { all: [] },
    showTextDocument: async (uri: Uri) => {
        effects.push(`show ${uri.toString()}`);
        return { selection: undefined, revealRange: () => undefined };
    },
};

export const workspace = {
    openTextDocument: async (uri: Uri) => void effects.push(`open ${uri.toString()}`),
    getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
};

export const languages = { getDiagnostics: () => [] };
