import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_ARGUMENTS } from '../language-server/protocol.js';
import { planText, planTextDepartmentLast, samplePlan } from './corpus.js';
import { planJson, planPrisma, planYaml } from './equivalents.js';
import type { Peer, Peers } from './peers.js';

/** A server with the text that it is given. */
export interface Subject {
    readonly name: string;
    readonly command: readonly string[];
    /** Beside this process's own. */
    readonly environment?: NodeJS.ProcessEnv;
    readonly languageId: string;
    /** With the dot. */
    readonly extension: string;
    /** What the client answers when it is asked for a section of the settings. */
    readonly settings?: Readonly<Record<string, unknown>>;
    text(projects: number): string;
}

/** As the extension starts it: from the second start on, Node finds our code compiled. */
function ourServer(root: string): Pick<Subject, 'command' | 'environment'> {
    return {
        command: nodeScript(...NODE_ARGUMENTS, join(root, 'dist/server.cjs'), '--stdio'),
        environment: { NODE_COMPILE_CACHE: join(root, '.cache/bench/compiled') },
    };
}

/** Ours. */
export const PTARGET = 'ptarget';
/** The floor that transport and client set. */
export const NULL_SERVER = 'null server';
export const STOCK_LANGIUM = 'stock Langium';
export const JSON_SERVER = 'vscode-json-languageservice';
export const YAML_SERVER = 'yaml-language-server';

export const DEPARTMENT_LAST = 'ptarget, 部门 last';
/** Node, starting and ending. */
export const BARE_NODE = 'node';
export const BARE_READING = 'reading and scanning';
export const AJV = 'JSON.parse and ajv';

/** Those that are cheap to measure, and measured best. */
export const OURS: ReadonlySet<string> = new Set([PTARGET, NULL_SERVER, DEPARTMENT_LAST, BARE_NODE, BARE_READING]);

const PLAN = { languageId: 'ptarget', extension: '.ptarget', text: planText };

export function ourSubjects(root: string): Subject[] {
    return [
        { name: NULL_SERVER, command: nodeScript(join(root, 'dist/bench/null-server.cjs'), '--stdio'), ...PLAN },
        { name: PTARGET, ...ourServer(root), ...PLAN },
    ];
}

/** More projects than these make a file that our server only colours: its limit is raised for them. */
const MOST_PROJECTS = 4_000;

export function readingInFull(subject: Subject, projects: number, root: string): Subject {
    if (projects <= MOST_PROJECTS) return subject;
    return { ...subject, command: subject.command.map((part) => (part === join(root, 'dist/server.cjs') ? join(root, 'dist/bench/unlimited-server.cjs') : part)) };
}

/** Ours again, on a file whose department stands at its end: where it stands must not matter. */
export function departmentLast(root: string): Subject {
    return { name: DEPARTMENT_LAST, ...ourServer(root), ...PLAN, text: planTextDepartmentLast };
}

export function stockLangium(root: string): Subject {
    return { name: STOCK_LANGIUM, command: nodeScript(join(root, 'dist/bench/stock-langium-server.cjs'), '--stdio'), ...PLAN };
}

/** The peers that could be installed. */
export function peerSubjects(root: string, peers: Peers, schemaFile: string): Subject[] {
    const json = (folder: string): Subject => ({
        name: JSON_SERVER,
        command: nodeScript(join(root, 'dist/bench/json-server.cjs'), folder, schemaFile),
        languageId: 'json',
        extension: '.json',
        text: (projects) => planJson(samplePlan(projects)),
    });
    const prisma = (folder: string): Subject => ({
        name: '@prisma/language-server',
        command: nodeScript(join(folder, 'dist/bin.js'), '--stdio'),
        languageId: 'prisma',
        extension: '.prisma',
        text: (projects) => planPrisma(samplePlan(projects)),
    });
    const yaml = (folder: string): Subject => ({
        name: YAML_SERVER,
        command: nodeScript(join(folder, 'bin/yaml-language-server'), '--stdio'),
        languageId: 'yaml',
        extension: '.yaml',
        settings: { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: { [pathToFileURL(schemaFile).href]: '*.yaml' } } },
        text: (projects) => planYaml(samplePlan(projects)),
    });
    const subject = (peer: Peer, make: (folder: string) => Subject) => 'folder' in peer ? [make(peer.folder)] : [];
    return [
        ...subject(peers['vscode-json-languageservice'], json),
        ...subject(peers['@prisma/language-server'], prisma),
        ...subject(peers['yaml-language-server'], yaml),
    ];
}

export function nodeScript(...args: string[]): string[] {
    return [process.execPath, ...args];
}
