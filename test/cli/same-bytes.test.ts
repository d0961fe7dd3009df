import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FORMATS } from '../../language-server/index.js';
import { ptarget, scratchFolder } from './ptarget.js';

const folder = scratchFolder();

/** Of two zones a day apart, and of languages that write numbers and sort names in other ways. */
const ENVIRONMENTS: readonly NodeJS.ProcessEnv[] = [
    { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LC_ALL: 'tr_TR.UTF-8', LANG: 'C' },
];

it.each(FORMATS)('%s has the same bytes whatever the time zone and the locale', (format) => {
    const digests = ENVIRONMENTS.map((environment, index) => {
        const path = join(folder, `${index}.${format}`);
        expect(ptarget(['render', 'examples/baiyun-2023.ptarget', '--form', 'projects', '--format', format, '-o', path], { environment }).code).toBe(0);
        return createHash('sha256').update(readFileSync(path)).digest('hex');
    });
    expect(new Set(digests).size).toBe(1);
});
