/** The peer of `ptarget check`: reads every JSON file of a folder and validates it by a schema with ajv, which is no dependency of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Validator {
    (value: unknown): boolean;
    errors?: readonly { instancePath: string; message?: string }[] | null;
}
type Ajv = new (options: object) => { compile(schema: object): Validator };

const [, , ajvFolder = '', schemaFile = '', folder = ''] = process.argv;
const { default: Ajv } = createRequire(join(ajvFolder, 'package.json'))('ajv') as { default: Ajv };
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

for (const name of readdirSync(folder).sort()) {
    if (validate(JSON.parse(readFileSync(join(folder, name), 'utf8')))) continue;
    for (const { instancePath, message } of validate.errors ?? []) console.log(`${name}${instancePath}: ${message}`);
    process.exitCode = 1;
}
