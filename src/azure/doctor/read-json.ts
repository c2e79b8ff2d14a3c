// One JSON document by GET, with a reason where it cannot be had.
import type { z } from "zod";
import type { NotRead, Reading } from "../../core/doctor/line.ts";

const withinMilliseconds = 10_000;

/** `right`: what the caller needs, in Azure's words. Null: it is not there. */
export async function readDocument<T>(
  url: string,
  token: string | null,
  shape: z.ZodType<T>,
  right: string,
): Promise<Reading<T | null>> {
  try {
    const response = await fetch(url, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: "error",
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    if (response.status === 404) return { ok: true, value: null };
    if (response.status === 401 || response.status === 403) return notRead({ is: "notAllowed", right });
    if (!response.ok) return notRead({ is: "strange", said: String(response.status) });
    const parsed = shape.safeParse(await response.json());
    return parsed.success
      ? { ok: true, value: parsed.data }
      : notRead({ is: "strange", said: parsed.error.issues[0]?.path.join(".") ?? "" });
  } catch (error) {
    return notRead({ is: "silent", said: whySilent(error) });
  }
}

export const notRead = (why: NotRead): Readonly<{ ok: false; why: NotRead }> => ({ ok: false, why });

/** The code of the innermost cause, such as ENOTFOUND or DEPTH_ZERO_SELF_SIGNED_CERT. */
export function whySilent(error: unknown): string {
  let said = "";
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = { code: undefined, ...current } as { code?: unknown };
    said = typeof code === "string" ? code : current.name === "TimeoutError" ? "timeout" : current.message;
  }
  return said;
}
