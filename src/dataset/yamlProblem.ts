import type { YAMLError } from 'yaml';

/** What is wrong with a text that is no YAML, in words for people who write facts rather than parsers. */
export function yamlProblem({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (message.startsWith('Block scalar header')) {
    return "a value that begins with `>` or `|` needs quotes: write '>1m USD'";
  }
  if (message.startsWith('Maximum call stack')) return 'this is nested too deeply to be read';
  if (/^Flow (map|sequence)/.test(message))
    return 'a bracket opened above is not closed: add `]` or `}`, or mend the indentation';
  const advice = advices[code];
  return advice === undefined ? `this is no YAML: ${message}` : advice;
}

const unclear = 'keys and values cannot be told apart here: quote a value that holds `: `, or mend the indentation';

const advices: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'the indentation is wrong here: begin this line under the one before it that it goes with',
  BLOCK_AS_IMPLICIT_KEY: unclear,
  MULTILINE_IMPLICIT_KEY: unclear,
  BAD_SCALAR_START: 'a value that begins with this sign needs quotes',
  MULTIPLE_DOCS: 'a file holds one document: take the line `---` away',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
};
