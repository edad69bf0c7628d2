# Built on the release archive: run `npm run release` first.
FROM debian:12-slim
ARG VERSION=0.1.0
ARG PLATFORM=linux-x64
ADD release/nabij-${VERSION}-${PLATFORM}.tar.gz /opt/
RUN ln -s /opt/nabij-${VERSION}-${PLATFORM}/nabij /usr/local/bin/nabij \
 && useradd --system --uid 10001 --home-dir /data nabij \
 && install -d -o nabij -m 0700 /data
USER nabij
VOLUME /data
ENV NABIJ_DATA=/data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s CMD ["nabij", "status", "--json"]
ENTRYPOINT ["nabij"]
CMD ["start"]
