// Teams' hosts by cloud (Microsoft's lists of service URLs), and where its files are kept.

export const serviceHosts = {
  public: ["smba.trafficmanager.net", ".teams.microsoft.com"],
  usGovernment: [".teams.microsoft.us"],
  china: [],
} as const;

/** Bots send no files in the government's clouds and in China. */
export const fileHosts = { public: [".sharepoint.com"], usGovernment: [], china: [] } as const;
