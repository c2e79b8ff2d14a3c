// What ARM and what stands before it answers instead of a result: each shape once.
import { type RefusalRow, row } from "./refusal-row.ts";

const page = (title: string) =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html><head><title>${title}</title></head><body><h1>x</h1></body></html>`;

export const shapeRows: readonly RefusalRow[] = [
  // The envelope, and what may lie in it.
  row(
    "error",
    409,
    { error: { code: "RoleAssignmentExists", message: "It exists." } },
    "RoleAssignmentExists conflict: It exists.",
  ),
  row(
    "details say what exactly",
    429,
    {
      error: {
        code: "RetryableError",
        message: "A retryable error occurred.",
        details: [{ code: "ReferencedResourceNotProvisioned", message: "lb1 is not in Succeeded state." }],
      },
    },
    "RetryableError throttled: A retryable error occurred. lb1 is not in Succeeded state.",
  ),
  row(
    "a known code inside of an unknown one",
    400,
    {
      error: {
        code: "InvalidTemplateDeployment",
        message: "See inner errors.",
        details: [{ code: "RequestDisallowedByPolicy", message: "Not allowed here." }],
      },
    },
    "RequestDisallowedByPolicy policyDenied: See inner errors. Not allowed here.",
  ),
  row(
    "innererror",
    400,
    { error: { code: "BadRequest", innererror: { code: "Deep", message: "The name is too long." } } },
    "BadRequest badRequest: The name is too long.",
  ),
  row(
    "details that are a text",
    500,
    { error: { code: "InternalServerError", message: "Failed.", details: "a trace" } },
    "InternalServerError azureFailed: Failed. a trace",
  ),
  row(
    "JSON in the message",
    400,
    {
      error: { code: "BadRequest", message: '{"error":{"code":"AccountSetupError","message":"No tenant."}}' },
    },
    "BadRequest badRequest: No tenant.",
  ),
  row(
    "only a code",
    400,
    { error: { code: "BadRequest" } },
    "BadRequest badRequest",
    /^Azure gives no reason but BadRequest: look that up/,
  ),
  row(
    "an error that is a word",
    400,
    { error: "invalid_request", error_description: "No grant." },
    "invalid_request badRequest: No grant.",
  ),
  row(
    "null where an error stands elsewhere",
    404,
    { code: "NotFound", message: "x", error: null, details: null },
    "NotFound gone: x",
  ),
  // Without the envelope.
  row(
    "flat, as AKS writes it",
    400,
    {
      code: "InvalidParameter",
      details: null,
      message: "One per cluster.",
      subcode: "",
      target: "agentPoolProfile.mode",
    },
    "InvalidParameter badRequest: One per cluster.",
  ),
  row(
    "Pascal case",
    429,
    {
      Code: "429",
      Message: "Cannot acquire the lock.",
      Target: null,
      Details: [{ Message: "Cannot acquire the lock." }, { Code: "429" }],
      Innererror: null,
    },
    "Http429 throttled: Cannot acquire the lock.",
  ),
  row(
    "ErrorCode and a message with its language",
    500,
    { ErrorCode: "CloudInternalError", Message: { Language: "en-US", Value: "It is not well." } },
    "CloudInternalError azureFailed: It is not well.",
  ),
  row(
    "OData",
    400,
    { "odata.error": { code: "Request_BadRequest", message: { lang: "en", value: "Invalid filter." } } },
    "Request_BadRequest badRequest: Invalid filter.",
  ),
  row(
    "ErrorResponse",
    500,
    { ErrorResponse: { error: { code: "500", message: "Error in API." } } },
    "Http500 azureFailed: Error in API.",
  ),
  row(
    "a number for a code",
    400,
    { code: 400309, httpStatusCode: "BadRequest", message: "Not in westus." },
    "400309 badRequest: Not in westus.",
  ),
  row(
    "problem details",
    404,
    { type: "https://rfc.example", title: "Not Found", status: 404, traceId: "00" },
    "Http404 gone: Not Found",
  ),
  row(
    "a text in quotes",
    400,
    '"The request is malformed."',
    "Http400 badRequest: The request is malformed.",
  ),
  row("a plain text", 400, "no healthy upstream", "Http400 badRequest: no healthy upstream"),
  row("JSON that is cut off", 500, '{"error":{"code":"Inter', 'Http500 azureFailed: {"error":{"code":"Inter'),
  row("a page of a gateway", 503, page("Service Unavailable"), "Http503 azureFailed: Service Unavailable"),
  row(
    "a page that names its status",
    404,
    page("404 - File or directory not found."),
    "Http404 gone: File or directory not found.",
  ),
  row("nothing", 503, "", "Http503 azureFailed"),
  row("an empty list", 400, [], "Http400 badRequest", /^Azure gives no reason but Http400: look/),
];
