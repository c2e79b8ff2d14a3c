# The image of AKS On-Call: Node.js, and the source and the packages of production joined into few modules that are not
# minified. It has no shell and no npm.
#
#   docker build --build-arg COMMIT=$(git rev-parse HEAD) --build-arg VERSION=$(npm pkg get version | tr -d '"') -t NAME .
#
# Each tag below names one release; where your registry mirrors it, add the digest (`tag@sha256:…`).
# `npm run image` runs these very steps into a folder, where there is no container engine.

FROM node:24.21.0-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Of the packages of development only the bundler is needed, and nothing may ask for the others.
RUN npm pkg set --json devDependencies="{\"esbuild\": $(npm pkg get devDependencies.esbuild)}"
# No package runs a script of its own here.
RUN npm ci --ignore-scripts
RUN npm sbom --omit=dev --sbom-type=application --sbom-format=cyclonedx > /sbom.cdx.json

COPY cards cards
COPY deploy deploy
COPY manifest manifest
COPY scripts scripts
COPY src src
ARG COMMIT=unknown
# Node.js loads a few dozen files in half of the time that it needs for thousands.
RUN node scripts/bundle.ts /app --packages
# Two packages read files of their own, so they stay as they are, without what is not read: maps, types, other formats, and
# extensions of PGlite.
RUN cp -r --parents node_modules/@electric-sql/pglite node_modules/@microsoft/app-manifest/package.json \
      node_modules/@microsoft/app-manifest/build/json-schemas /app \
 && find /app/node_modules -type f -regextype egrep -regex '.*\.(map|[cm]?ts|cjs|tar\.gz)' -delete

WORKDIR /app
RUN mv /sbom.cdx.json .
COPY LICENSE CHANGELOG.md ./
COPY policies policies

# The file system is read-only later, so the code is compiled now. Node.js looks for what the same user compiled.
ENV NODE_COMPILE_CACHE=/app/.compiled
RUN mkdir .compiled && chown 65532:65532 .compiled
USER 65532:65532
# It writes files that this user alone may read, and in the image they are root's.
RUN node --max-semi-space-size=8 --max-old-space-size=384 src/compile.js && chmod -R a+rX .compiled

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
# A package of botbuilder uses a module of Node.js that is deprecated, and each start would say so.
ENV NODE_OPTIONS=--disable-warning=DEP0040
USER 65532:65532
EXPOSE 3978
# `docker run NAME` serves; `docker run NAME src/cli.js policy check FILE` is the command line.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=8", "--max-old-space-size=384"]
CMD ["src/main.js"]
