import type { Wording } from '../language-server/index.js';

const EXPLAINED: Readonly<Record<string, Wording>> = {
    ENOENT: { zh: '没有这个文件或文件夹', en: 'no such file or folder' },
    EACCES: { zh: '没有权限', en: 'permission denied' },
    EPERM: { zh: '不允许这样做（没有权限，或文件正被其他程序使用）', en: 'not permitted (no permission, or another program uses the file)' },
    EBUSY: { zh: '文件正被其他程序使用', en: 'another program uses the file' },
    EISDIR: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
    ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
    ELOOP: { zh: '符号链接指向自身，形成循环', en: 'the symbolic link leads back to itself' },
    ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
    ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
    EDQUOT: { zh: '超出磁盘配额', en: 'the disk quota is used up' },
    EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
    EMFILE: { zh: '打开的文件太多', en: 'too many open files' },
    EIO: { zh: '磁盘读写出错', en: 'the disk failed' },
};

/** What a failed operation on a file means for the person at the keyboard. */
export function explain(error: unknown): Wording {
    const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
    return EXPLAINED[code] ?? { zh: message, en: message };
}

export function isMissing(error: unknown): boolean {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
