// The output of a command: told where it can be, and one page of its text at a time.
import { toldOutput } from "../core/table/told-output.ts";
import { presentForbidden } from "./command-forbidden.ts";
import { presentEnds, presentNone, presentPage } from "./command-output.ts";
import type { Ran } from "./command-parts.ts";
import { presentTable } from "./command-table.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";

/** `page`: null for what it tells; else it counts from 1, and one that does not exist shows the nearest. */
export function presentCommandResult(ran: Ran, page: number | null, messages: Messages): Presented {
  const told = toldOutput(ran.task.request, ran.result);
  if (page !== null) return presentPage(ran, page, told.as === "table", messages);
  switch (told.as) {
    case "table":
      return presentTable(ran, told.table, messages);
    case "none":
      return presentNone(ran, messages);
    case "forbidden":
      return presentForbidden(ran, told.forbidden, messages);
    case "ends":
      return presentEnds(ran, messages);
    case "text":
      return presentPage(ran, 1, false, messages);
  }
}
