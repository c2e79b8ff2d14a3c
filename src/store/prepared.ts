// Statements by name: the server parses one once for each connection and, said a few times, plans it no more. Most of
// ours are said again and again, and parsing and planning cost it more than doing them.
import type { QueryConfig } from "pg";

/** Lists of any length make texts without end, and a connection keeps each that has a name. */
const most = 200;

/** For the connections of one pool. */
export function namedStatements(): (text: string, parameters: readonly unknown[]) => QueryConfig {
  const names = new Map<string, string>();
  return (text, parameters) => {
    const unnamed = { text, values: [...parameters] };
    if (!names.has(text) && names.size < most) names.set(text, `oncall_${names.size}`);
    const name = names.get(text);
    return name === undefined ? unnamed : { ...unnamed, name };
  };
}
