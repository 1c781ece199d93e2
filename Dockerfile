# The bot without npm, shell or package manager. docs/hosting.md says how to run it; `npm run image` follows these lines without
# a container engine. No RUN names a path from the root, so that it can.

# Any Node with npm will do here: the one that runs the bot is a package, the same as everywhere.
FROM node:24-trixie AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
# Of Node only the program, without symbols for debuggers; of packages nothing that only compilers and debuggers read.
RUN rm -r node_modules/node/node_modules \
 && strip --strip-unneeded node_modules/node/bin/node \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
# Node needs one library more than the image below has.
RUN mkdir lib var && cp -L "$(ldd node_modules/node/bin/node | awk '$1 ~ "libatomic" { print $3 }')" lib/
COPY src src
COPY data data
COPY texts texts
# Whoever asks has the bank read, and what was read is kept: so no start has to.
RUN node_modules/node/bin/node --require ./src/node-version.cjs src/cli.ts ask dropout

FROM gcr.io/distroless/cc-debian13
WORKDIR /app
COPY --from=build /app /app
COPY --from=build --chown=65532:65532 /app/var /app/var
# A container has a network of its own: 127.0.0.1 in it is reached from nowhere else.
ENV HOST=0.0.0.0 PORT=3000 LD_LIBRARY_PATH=/app/lib MALLOC_TRIM_THRESHOLD_=65536
USER 65532:65532
VOLUME /app/var
EXPOSE 3000
# Whether the process answers, not whether Slack does: a restart heals only the one.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["/app/node_modules/node/bin/node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/app/node_modules/node/bin/node", "--max-semi-space-size=16", "--require", "./src/node-version.cjs"]
CMD ["src/main.ts"]
