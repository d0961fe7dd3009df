import { inTextOrder } from '../domain/origin.js';
import type { Declaration, Department, Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Wording } from '../domain/wording.js';
import { BUILTIN_DOCUMENTS } from '../generated/builtin-documents.js';
import type { Block } from './block.js';
import { isBuiltin, isBuiltinLibrary } from './builtin.js';
import { checkSilencings } from './check.js';
import { ExpectedFiles } from './expected-files.js';
import { fileKey } from './file-key.js';
import { Findings } from './findings.js';
import type { IndicatorNames } from './indicator-names.js';
import type { KeptFile } from './kept-file.js';
import { Names, type DeclaredNames } from './names.js';
import { namesIn, type NamesInFile } from './names-in-file.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';
import { applySilencings, type Judged } from './silencing.js';
import { TargetDocument, type TextChange } from './target-document.js';

/** A file that is not read. */
export interface LeftOut {
    readonly uri: string;
    readonly why: Wording;
    readonly version: number | undefined;
}

/** The blocks of a document that is being read, in the order of its text, and what is kept of it where it is a closed file. */
interface Unread {
    readonly blocks: Set<Block>;
    readonly kept: KeptFile | undefined;
}

/** All documents that belong together, what their names refer to, and what is wrong with them. */
export class Workspace {
    /** By the key of the file: a file that an editor spells in another way than the disk is still one file. */
    private readonly held = new Map<string, TargetDocument>();
    /** Files that are not read, by their keys. */
    private readonly leftOut = new Map<string, LeftOut>();
    private readonly known: Names;
    private readonly found: Findings;
    /** The files whose list of problems may have changed since `takeAffected` was called last. */
    private affected = new Set<string>();
    private builtinsAreRead = false;
    private libraryIsRead = false;
    /** Documents that are still being read: nobody else knows their blocks yet. */
    private readonly unread = new Map<TargetDocument, Unread>();
    /** Blocks whose names nobody has asked for yet: while edits arrive quickly, most are gone before anybody does. */
    private readonly unnamed = new Set<Block>();
    private readonly expected = new ExpectedFiles();
    private filesAreAwaited = false;
    /** Whether so many files are awaited that it takes a while to read them. */
    awaitsMany = false;

    /** @param whole what is declared in all, where only a part of the files is to be opened */
    constructor(private settings: Settings = DEFAULT_SETTINGS, whole?: DeclaredNames) {
        this.known = new Names(whole);
        this.found = new Findings(this.known, settings, (uri) => this.affected.add(uri));
    }

    get names(): Names {
        this.settle();
        return this.known;
    }

    private get findings(): Findings {
        this.settle();
        return this.found;
    }

    private settle(): void {
        this.readBuiltins();
        this.nameAdded();
    }

    private get documents(): Map<string, TargetDocument> {
        this.readBuiltins();
        return this.held;
    }

    /** Before anything else, but not before anything is asked: until then a server can say that it is there. */
    private readBuiltins(): void {
        if (this.builtinsAreRead) return;
        this.builtinsAreRead = true;
        for (const { uri, text } of BUILTIN_DOCUMENTS) {
            if (!isBuiltinLibrary(uri)) this.open(uri, text);
        }
        this.nameAdded();
        this.affected.clear();
    }

    /**
     * Adds a document, or replaces the text of one.
     * @param version as the editor counts it; undefined for the text of a file that no editor holds
     */
    open(uri: string, text: string, version?: number): TargetDocument {
        return this.put(new TargetDocument(uri, text, version));
    }

    /**
     * Adds a document like `open`, or a file that no editor holds, which keeps only what others ask about it once it is
     * checked. It is read by and by, as `readOn` is called.
     * @param kept what is kept of such a file
     */
    begin(uri: string, text: string, version?: number, kept?: KeptFile): TargetDocument {
        const document = new TargetDocument(uri, text, version, version === undefined, true);
        this.unread.set(document, { blocks: new Set(), kept });
        return this.put(document);
    }

    /**
     * Reads on in the documents that were begun, and checks what it reads.
     * @param ms how long; one declaration is read at least
     * @returns whether there is more to read
     */
    readOn(ms: number): boolean {
        const end = performance.now() + ms;
        for (const [document, { blocks, kept }] of this.unread) {
            for (;;) {
                for (const block of blocks) {
                    blocks.delete(block);
                    kept?.recall(block, this.found);
                    this.unnamed.add(block);
                    this.findings.ofBlock(block);
                    this.known.indicators.learn();
                    kept?.keep(block, this.found);
                    if (block.closed) block.letGo();
                    if (performance.now() > end) return true;
                }
                if (document.isCut) break;
                for (const block of document.cutOn(end - performance.now())) blocks.add(block);
            }
            this.finishReading(document);
        }
        this.lookAgainWhenComplete();
        return false;
    }

    private finishReading(document: TargetDocument): void {
        this.unread.delete(document);
        this.expectNoMore(document.uri);
    }

    isBeingRead(uri: string): boolean {
        const document = this.document(uri);
        return document !== undefined && this.unread.has(document);
    }

    /** Whether files may be added of which nobody knows yet. */
    get awaitsNames(): boolean {
        return this.filesAreAwaited;
    }

    /** Whether more files are going to be added. */
    get awaitsFiles(): boolean {
        return this.filesAreAwaited || !this.expected.isEmpty;
    }

    /** As long as files may be added of which nobody knows yet. */
    awaitFiles(awaited: boolean): void {
        this.filesAreAwaited = awaited;
        this.lookAgainWhenComplete();
    }

    /**
     * A file is going to be added.
     * @param names what a glimpse says of it; undefined where nobody knows
     */
    expect(uri: string, names: NamesInFile | undefined): void {
        this.expectNoMore(uri);
        this.expected.add(uri, names);
        this.known.expect(names?.departments ?? []);
    }

    expectNoMore(uri: string): void {
        this.known.expectNoMore(this.expected.delete(uri));
        this.lookAgainWhenComplete();
    }

    get expectedFiles(): Iterable<string> {
        return this.expected.uris();
    }

    /** Whether a file that is not read yet declares departments of a name, or has projects that belong to them. */
    expectsFamily(name: string): boolean {
        return this.expected.hasFamily(name);
    }

    /** Which of the expected files should be read next: first those that bear on open documents. */
    get nextExpected(): { readonly uri: string; readonly concernsOpen: boolean } | undefined {
        const read = this.openDocuments.filter((document) => !this.unread.has(document));
        const concerned = this.expected.bearingOn(read.flatMap((document) => namesIn(document).families));
        if (concerned !== undefined) return { uri: concerned, concernsOpen: true };
        const uri = this.expected.first;
        return uri === undefined ? undefined : { uri, concernsOpen: false };
    }

    /** Whether everything is read. */
    get isComplete(): boolean {
        return this.unread.size === 0 && !this.awaitsFiles;
    }

    /** Whether everything is read that bears on a file. Before that nothing is found between declarations: what seems missing may be still to come. */
    isCompleteFor(uri: string): boolean {
        if (this.isComplete) return true;
        const document = this.document(uri);
        if (!document || this.unread.has(document) || !this.knowsWhatIsUnread) return false;
        return this.expected.bearingOn(namesIn(document).families) === undefined;
    }

    private get knowsWhatIsUnread(): boolean {
        return !this.filesAreAwaited && [...this.unread.keys()].every(({ uri }) => this.expected.has(uri));
    }

    /** Those that an editor holds. */
    get openDocuments(): readonly TargetDocument[] {
        return [...this.documents.values()].filter(({ version }) => version !== undefined);
    }

    /** Has open documents looked at once more, now that what bears on them is read. */
    lookAgainAtOpen(): void {
        for (const { uri } of this.openDocuments) this.affected.add(uri);
    }

    private lookAgainWhenComplete(): void {
        if (!this.isComplete) return;
        this.awaitsMany = false;
        this.lookAgainAtOpen();
    }

    private put(document: TargetDocument): TargetDocument {
        this.remove(document.uri);
        if (document.version !== undefined) this.expectNoMore(document.uri);
        this.documents.set(fileKey(document.uri), document);
        this.exchange(document, [], document.blocks);
        return document;
    }

    update(uri: string, changes: readonly TextChange[], version: number): void {
        const document = this.document(uri);
        if (!document) return;
        const { removed, added } = document.update(changes, version);
        this.exchange(document, removed, added);
    }

    /** Says why a file is not read, until a text is opened for it or it is closed. */
    leaveOut(uri: string, why: Wording, version?: number): void {
        this.close(uri);
        this.leftOut.set(fileKey(uri), { uri, why, version });
        this.affected.add(uri);
    }

    get filesLeftOut(): Iterable<LeftOut> {
        return this.leftOut.values();
    }

    whyLeftOut(uri: string): LeftOut | undefined {
        return this.leftOut.get(fileKey(uri));
    }

    close(uri: string): void {
        this.remove(uri);
        this.expectNoMore(uri);
    }

    private remove(uri: string): void {
        if (this.leftOut.delete(fileKey(uri))) this.affected.add(uri);
        const document = this.document(uri);
        if (!document) return;
        this.documents.delete(fileKey(uri));
        this.exchange(document, document.blocks, []);
        this.unread.delete(document);
    }

    configure(settings: Settings): void {
        this.settings = settings;
        this.findings.configure(settings);
        this.names.changeAll();
        for (const uri of this.uris) this.affected.add(uri);
    }

    /** A workspace of the same settings with the taxonomies of this one: enough to judge a text by itself. */
    withTaxonomiesOnly(): Workspace {
        const other = new Workspace(this.settings);
        for (const document of this.documents.values()) {
            if (!isBuiltin(document.uri) && document.blocks.some((block) => block.declaration?.kind === 'taxonomy')) other.open(document.uri, document.text);
        }
        return other;
    }

    /** What users set; replaced as a whole. */
    get configured(): Settings {
        return this.settings;
    }

    document(uri: string): TargetDocument | undefined {
        return this.documents.get(fileKey(uri));
    }

    get uris(): Iterable<string> {
        return [...this.documents.values()].map((document) => document.uri);
    }

    /** The files whose problems may have changed since the last call. */
    takeAffected(): Set<string> {
        if (this.knowsWhatIsUnread) this.findings.lookBetweenChanged();
        else this.settle();
        const { affected } = this;
        this.affected = new Set();
        return new Set([...affected].map((uri) => this.document(uri)?.uri ?? uri));
    }

    /** Everything wrong with a file that no comment silences, in the order of the text. */
    problemsOf(uri: string): readonly Problem[] {
        return this.judge(uri).problems;
    }

    /** What comments in a file silence, with the reasons that they give. */
    silencedIn(uri: string): Judged['silenced'] {
        return this.judge(uri).silenced;
    }

    private judge(uri: string): Judged {
        const document = this.document(uri);
        if (!document) return { problems: [], silenced: [], unused: [] };
        if (!this.isCompleteFor(uri)) return applySilencings(this.findings.byThemselves(this.readBlocksOf(document)), document.stretches, document.uri);
        const judged = applySilencings(this.findings.inDocument(document), document.stretches, document.uri);
        if (judged.unused.length === 0) return judged;
        return { ...judged, problems: inTextOrder([...judged.problems, ...checkSilencings(judged.unused, this.settings)]) };
    }

    private readBlocksOf(document: TargetDocument): readonly Block[] {
        const unread = this.unread.get(document);
        return unread ? document.blocks.filter((block) => !unread.blocks.has(block)) : document.blocks;
    }

    /**
     * The names that indicators have. The built-in library is read when they are first asked for; it serves nothing else,
     * and is no document of the workspace, so that nobody meets its lines among the references to a category.
     */
    get indicatorNames(): IndicatorNames {
        if (!this.libraryIsRead) {
            for (const { uri, text } of BUILTIN_DOCUMENTS.filter((document) => isBuiltinLibrary(document.uri))) {
                for (const block of new TargetDocument(uri, text).blocks) block.declarations.forEach((declaration) => this.names.indicators.add(declaration));
            }
            this.libraryIsRead = true;
        }
        return this.names.indicators;
    }

    /** The taxonomy that a declaration's categories refer to: its department's, or the one of the settings. */
    taxonomyOf(declaration: Declaration | undefined): Taxonomy {
        return this.names.taxonomyOf(declaration, this.settings.taxonomy);
    }

    departmentOf(project: Project): Department | undefined {
        return this.names.departmentOf(project);
    }

    private exchange(document: TargetDocument, removed: readonly Block[], added: readonly Block[]): void {
        this.affected.add(document.uri);
        const unread = this.unread.get(document);
        for (const block of removed) {
            if (unread?.blocks.delete(block) || this.unnamed.delete(block)) continue;
            this.known.remove(block);
            this.lookAgainAt(block);
        }
        for (const block of added) (unread?.blocks ?? this.unnamed).add(block);
    }

    private nameAdded(): void {
        for (const block of this.unnamed) {
            this.unnamed.delete(block);
            this.known.add(block);
            this.lookAgainAt(block);
        }
    }

    /** Has everything checked again that a block which is new, or gone, decides about. */
    private lookAgainAt({ declarations }: Block): void {
        if (declarations.some(({ kind }) => kind === 'department' || kind === 'taxonomy')) this.found.outdate();
        // A taxonomy decides over every file whose departments name it.
        if (declarations.some(({ kind }) => kind === 'taxonomy')) {
            for (const other of this.uris) this.affected.add(other);
            this.known.changeAll();
        }
    }
}
