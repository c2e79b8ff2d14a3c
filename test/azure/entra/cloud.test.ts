// Endpoints of each cloud, and what a custom one must say.
import { azureEnvironment } from "../../../src/azure/entra/cloud.ts";

describe("azureEnvironment", () => {
  test.each([
    [
      "public",
      "https://login.microsoftonline.com",
      "https://management.azure.com",
      "https://graph.microsoft.com",
    ],
    [
      "usGovernment",
      "https://login.microsoftonline.us",
      "https://management.usgovcloudapi.net",
      "https://graph.microsoft.us",
    ],
    [
      "china",
      "https://login.chinacloudapi.cn",
      "https://management.chinacloudapi.cn",
      "https://microsoftgraph.chinacloudapi.cn",
    ],
  ] as const)(
    "%s has its own endpoints and scopes, and instance discovery",
    (cloud, authorityHost, arm, graph) => {
      expect(azureEnvironment({ cloud })).toEqual({
        authorityHost,
        disableInstanceDiscovery: false,
        armEndpoint: arm,
        armScope: `${arm}/.default`,
        graphEndpoint: graph,
        graphScope: `${graph}/.default`,
        kubernetesScope: "6dae42f8-4368-4678-94ff-3960e28e3630/.default",
      });
    },
  );

  test("a setting wins over the cloud's own endpoint", () => {
    const environment = azureEnvironment({
      cloud: "usGovernment",
      graphEndpoint: "https://dod-graph.microsoft.us/",
    });
    expect(environment.graphEndpoint).toBe("https://dod-graph.microsoft.us");
    expect(environment.armEndpoint).toBe("https://management.usgovcloudapi.net");
  });

  test("instance discovery is off for an authority that Entra does not know", () => {
    const custom = azureEnvironment({
      cloud: "custom",
      authorityHost: "https://login.contoso.example",
      armEndpoint: "https://arm.contoso.example",
      graphEndpoint: "https://graph.contoso.example",
    });
    expect(custom.disableInstanceDiscovery).toBe(true);
    expect(custom.armScope).toBe("https://arm.contoso.example/.default");
  });

  test("the newer authority of China is a known one", () => {
    const environment = azureEnvironment({
      cloud: "china",
      authorityHost: "https://login.partner.microsoftonline.cn",
    });
    expect(environment.disableInstanceDiscovery).toBe(false);
  });

  test.each([
    [{ cloud: "custom" }, "The custom cloud needs authorityHost."],
    [{ cloud: "custom", authorityHost: "https://a.example" }, "The custom cloud needs armEndpoint."],
    [
      { cloud: "public", armEndpoint: "http://arm.example" },
      'armEndpoint must be an https:// address, not "http://arm.example".',
    ],
  ] as const)("%j is refused with a sentence", (settings, message) => {
    expect(() => azureEnvironment(settings)).toThrow(message);
  });
});
