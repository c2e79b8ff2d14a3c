// The cause's fix: what it does and who may do it, and folded behind that the exact lines, and what shows the cause.

import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import type { SaidDiagnosis } from "./said-diagnosis.ts";
import { briefly, resourceLabel } from "./scope.ts";
import { clip, plain, visible } from "./text.ts";

const PROOF_LINES = 4;

function proofOf({ rootCause, checks }: SaidDiagnosis): readonly string[] {
  const check = checks.find(({ id }) => id === rootCause?.check);
  const proof = check !== undefined && "evidence" in check ? (check.evidence ?? []) : [];
  return proof.slice(0, PROOF_LINES).map((line) => clip(visible(line), 200));
}

/** A whole card has one of each, so that the ids of what is folded are fixed. */
export function fixPart(diagnosis: SaidDiagnosis, messages: Messages) {
  const { rootCause } = diagnosis;
  const { diagnosis: texts, buttons } = messages;
  if (rootCause === null) return { fix: [], tools: [], causeLine: "", proof: [], fixHead: "" };
  const { check, confidence, resourceId, fix } = rootCause;
  const resource = resourceId === undefined ? "" : resourceLabel(resourceId);
  const line = texts.cause(texts.confidence[confidence], check, resource);
  return {
    fixHead: plain(texts.fix),
    fix:
      fix === undefined
        ? []
        : [
            {
              what: plain(messages.whatItDoes(fix)),
              risk: plain(briefly(texts.risk(fix.risk, fix.disruptive))),
              who: plain(briefly(texts.who(fix.role))),
              ...shellCode(fix.commands),
            },
          ],
    tools: [
      ...(fix === undefined ? [] : [{ title: buttons.command, target: "fix" }]),
      { title: buttons.evidence, target: "proof" },
    ],
    causeLine: plain(line),
    proof: proofOf(diagnosis),
  };
}
