# The image of AKS On-Call: Node.js, the packages of production and the source as it is in Git. It has no shell and no npm.
#
#   docker build --build-arg COMMIT=$(git rev-parse HEAD) --build-arg VERSION=$(npm pkg get version | tr -d '"') -t NAME .
#
# Each tag below names one release; where your registry mirrors it, add the digest (`tag@sha256:…`).
# `npm run image` runs these very steps into a folder, where there is no container engine.

FROM node:24.21.0-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package runs a script of its own here.
RUN npm ci --omit=dev --ignore-scripts
# The packages of development are not there, so nothing may ask for them.
RUN npm pkg delete devDependencies
RUN npm sbom --omit=dev --sbom-type=application --sbom-format=cyclonedx > sbom.cdx.json

# What Node.js never loads. It reads no source maps, and runs no TypeScript below node_modules.
RUN find node_modules -type f -regextype egrep -regex '.*\.(map|[cm]?tsx?)' -delete
# What is built for browsers. @azure/identity names msal-browser in its build for browsers alone.
RUN find node_modules -depth -type d -regextype egrep \
      -regex '.*/(dist/(browser|react-native|workerd)|dist-browser|(dist|build)/(iife|amd|global|cjs-browser))' \
      -exec rm -r {} + \
 && rm -r node_modules/@azure/msal-browser
# What no line of the source imports: tests that botbuilder bundled, extensions of PGlite, types of app-manifest, and what
# docx and the SDKs of Azure hold beside the one ES module that is imported.
RUN rm -r node_modules/botbuilder/vendors/chai node_modules/botframework-streaming/vendors/chai \
      node_modules/@microsoft/app-manifest/build/generated-types node_modules/@azure/arm-*/dist/commonjs \
 && rm node_modules/@electric-sql/pglite/dist/*.tar.gz \
 && find node_modules/docx/dist -type f ! -name index.mjs -delete
# What OpenTelemetry's packages hold beside their ES modules, which src/telemetry imports; of its API the SDKs take either.
RUN find node_modules/@opentelemetry -type f -name '*.cjs' ! -path 'node_modules/@opentelemetry/api/*' -delete \
 && find node_modules/@opentelemetry/semantic-conventions/dist -type f -name '*.mjs' -regextype egrep \
      -regex '.*/(index-incubating|experimental_[a-z]+)\.mjs' -delete
# Pages for people, but no licence.
RUN find node_modules -type f -iname '*.md' ! -iname '*licen*' ! -iname '*notice*' -delete

COPY LICENSE CHANGELOG.md ./
COPY cards cards
COPY manifest manifest
COPY policies policies
COPY scripts scripts
COPY src src
ARG COMMIT=unknown
RUN npm pkg set gitHead=$COMMIT

# The file system is read-only later, so the code is compiled now. Node.js looks for what the same user compiled.
ENV NODE_COMPILE_CACHE=/app/.compiled
RUN mkdir .compiled && chown 65532:65532 .compiled
USER 65532:65532
# It writes files that this user alone may read, and in the image they are root's.
RUN node --max-semi-space-size=8 --max-old-space-size=384 scripts/compile.ts && chmod -R a+rX .compiled

FROM gcr.io/distroless/cc-debian13:nonroot
ARG VERSION=unknown
ARG COMMIT=unknown
LABEL org.opencontainers.image.title="AKS On-Call" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.revision=$COMMIT
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app /app
WORKDIR /app
ENV NODE_COMPILE_CACHE=/app/.compiled
USER 65532:65532
EXPOSE 3978
# `docker run NAME` serves; `docker run NAME src/cli.ts policy check FILE` is the command line.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=8", "--max-old-space-size=384"]
CMD ["src/main.ts"]
