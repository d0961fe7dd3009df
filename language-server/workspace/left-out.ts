import { LIMITS } from '../domain/limits.js';
import type { Wording } from '../domain/wording.js';

const MEGABYTE = 1024 * 1024;

/** Why a file of so many bytes is not read; undefined where it is. */
export function tooLarge(bytes: number): Wording | undefined {
    if (bytes <= LIMITS.fileBytes) return undefined;
    const [megabytes, limit] = [(Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1), LIMITS.fileBytes / MEGABYTE];
    return {
        zh: `文件有 ${megabytes} MB，超过 ${limit} MB 的上限，没有读取；请拆成几个文件`,
        en: `the file has ${megabytes} MB, more than the limit of ${limit} MB, and was not read; split it into several files`,
    };
}

/** The client says which files these are: a server that has ended cannot remember. */
export const STOPPED_THE_SERVER: Wording = {
    zh: '检查程序两次在处理这个文件时停止，现在只给它着色；改好后请运行命令“重新启动语言服务”再试',
    en: 'the checks stopped twice while this file was being read, so it is only coloured now; once it is put right, run the command “Restart the Language Server” to try again',
};
