/** Whether a text stands in the stable form already, told at a glance: true of nearly every record, and ten times as fast as laying it out. */

const WORD = '[\\p{Script=Han}A-Za-z“《](?:[^\\p{C}\\p{Z}#:\'"\\\\\\[\\]{},]|[ ](?![ #\\n]))*';
const TEXT = '"[^"\\\\\\p{C}\\u2028\\u2029]*"';
const ID = '\\d{8}(?:-[a-z0-9]+)+';
const VALUE = `(?:\\d{4}-\\d{2}-\\d{2}|[1-9]\\d{0,8}|https?://[\\w./%?=&-]+|${ID}|${TEXT}|${WORD})`;
const KEY = '[a-z_]+: ';
const LINE = `${KEY}(?:${VALUE}|\\[${VALUE}(?:, ${VALUE})*\\])\\n`;
const LIST = `[a-z_]+:\\n(?:  - ${KEY}${VALUE}\\n(?:    ${KEY}${VALUE}\\n)*)+`;

/** A comment at most in the first line, then plain keys with a day, a number, an address, a word or a list of these, or lists of such mappings. */
const PLAINLY_LAID = new RegExp(`^(?:#[!-~ ]*[!-~]\\n)?(?:${LINE}|${LIST})+$`, 'u');

export const isPlainlyLaid = (text: string): boolean => PLAINLY_LAID.test(text);
