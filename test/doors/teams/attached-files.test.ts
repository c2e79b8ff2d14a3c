// The files in a message as Teams sends them: what says where it can be read, and nothing else.
import { attachedFiles } from "../../../src/doors/teams/message.ts";
import type { Attachment } from "../../../src/doors/teams/port.ts";

const contentType = "application/vnd.microsoft.teams.file.download.info";
const downloadUrl = "https://contoso-my.sharepoint.com/personal/a/download.aspx?UniqueId=1";
/** As in Microsoft's documentation. */
const file = {
  ...{ contentType, name: "web.yaml", contentUrl: "https://contoso-my.sharepoint.com/personal/a/web.yaml" },
  content: { downloadUrl, uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C8C", fileType: "yaml", etag: "123" },
};
/** That Teams adds to each message with formatting. */
const html = { contentType: "text/html", content: "<p>apply this</p>" };

test.each<[string, unknown, unknown]>([
  ["one", [html, file], [{ name: "web.yaml", downloadUrl }]],
  [
    "two",
    [file, file],
    [
      { name: "web.yaml", downloadUrl },
      { name: "web.yaml", downloadUrl },
    ],
  ],
  ["none", undefined, []],
  ["text alone", [html], []],
  ["a card", [{ contentType: "application/vnd.microsoft.card.adaptive", content: {} }], []],
  ["a picture", [{ contentType: "image/png", contentUrl: "https://smba.example/1", name: "a.yaml" }], []],
  ["a file that says not where it lies", [{ ...file, content: {} }], []],
  ["an address without end", [{ ...file, content: { downloadUrl: "h".repeat(5_000) } }], []],
  ["no list", { 0: file }, []],
])("%s", (_what, attachments, found) => {
  expect(attachedFiles({ attachments: attachments as Attachment[] })).toEqual(found);
});
