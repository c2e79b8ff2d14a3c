// In which form a command asked for its output.

/** `json`, `yaml`, `wide`, an expression; null where none was named, and kubectl prints what it prints for people. */
export function outputFormat(argv: readonly string[]): string | null {
  for (const [index, word] of argv.entries()) {
    const [, format] = /^(?:-o|--output)=?(.*)$/.exec(word) ?? [];
    if (format !== undefined) return format === "" ? (argv[index + 1] ?? null) : format;
  }
  return null;
}
