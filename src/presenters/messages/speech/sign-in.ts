// A refused sign-in in words: what is wrong, and who can help.
import type { Resource, SignInCode, SignInFailure, SignInReason } from "../../../core/requester.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Catalogue } from "../catalogue/texts.ts";

const apis: Readonly<Record<Resource, string>> = {
  arm: "Azure Resource Manager",
  kubernetes: "Azure Kubernetes Service",
  graph: "Microsoft Graph",
};

type Values = Readonly<{ api: string; permission: string; detail?: string | undefined; advice: string }>;
type Words = Readonly<Record<SignInReason, string | ((values: Values) => string)>>;

/** One sentence. */
export const signInSpeech =
  (texts: Catalogue) =>
  ({ code, why, resource = "arm", detail }: SignInFailure): string => {
    const {
      why: words,
      permission,
      advice,
    }: Readonly<{
      why: Words;
      permission: Readonly<Record<Resource, string>>;
      advice: Readonly<{ [Code in SignInCode | "other"]?: string }> & Readonly<{ other: string }>;
    }> = texts.refusedSignIn;
    const said = words[why];
    if (typeof said === "string") return said;
    return said({
      api: apis[resource],
      permission: permission[resource],
      detail,
      advice: lookUp(advice, code) ?? advice.other,
    });
  };
