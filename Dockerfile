# Three images: `database`, PostgreSQL with pgSphere; `jupyter`, notebooks; and the last one, which is every service of
# Dapple and its init.
ARG POSTGRES=15

# --- database: the official image, with pgSphere of the same server version ---
FROM postgres:${POSTGRES}-bookworm AS database
RUN apt-get update \
 && apt-get install -y --no-install-recommends "postgresql-$PG_MAJOR-pgsphere" \
 && rm -rf /var/lib/apt/lists/*
# pgSphere 1.2.0 of Debian 12 needs help under PostgreSQL 15.19 and newer; another one is left as it is.
COPY dapple /usr/local/share/dapple/dapple
RUN DAPPLE_HOME=/tmp /usr/local/share/dapple/dapple repair
ENV POSTGRES_USER=dapple POSTGRES_DB=dapple \
    POSTGRES_INITDB_ARGS="--encoding=UTF8 --locale=C --lc-ctype=C.UTF-8"
# Over TCP: while the cluster is being made, the server listens on its socket only.
HEALTHCHECK --interval=2s --timeout=3s --start-period=60s --retries=30 \
  CMD pg_isready -q -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"

# --- build: the jars, and a Java that has what they need ---
FROM debian:bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven binutils \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /dapple
COPY . .
RUN mvn -B -q -pl standalone -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
RUN jlink --strip-debug --no-header-files --no-man-pages --compress=2 --output /java --add-modules \
  java.base,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,java.security.jgss,java.sql,jdk.management,jdk.net,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.jcmd

# --- jupyter: the astronomers' Python, for the notebooks that are mounted into it ---
FROM debian:bookworm-slim AS jupyter
# The package made here stands in for what Debian's packages depend on for uses that are none here: SciPy and others by
# fontTools (beyond fonts in PDF), a debugger by ipykernel, windows by matplotlib, and fonts of which it has its own copies,
# tests by astropy, pyzmq and tinycss2, pages of documentation by ERFA. Of what is installed, this goes:
# - tests, and NumPy's _simd, which only they load; bytecode (made again in /tmp, for the modules that are used); sources and
#   headers in C and Cython, as there is no compiler; a second copy of NumPy's core, which Python never loads;
# - MathJax's fonts, except STIX-Web as WOFF: these are what the notebook asks for, and all that Jupyter's own package has;
#   its translations, its output as SVG and settings for other pages;
# - what jQuery UI, RequireJS and CodeMirror have for Node and for pages that load their parts one by one;
# - those libraries of ICU that nothing is linked with; backups that apt and dpkg made of their files.
# The largest that is left is ICU's data, 31 MB, without which nothing could be exported: nbconvert needs lxml.
RUN mkdir -p /tmp/stand-in/DEBIAN \
 && printf '%s\n' 'Package: dapple-stand-in' 'Version: 1' 'Architecture: all' 'Maintainer: Dapple' \
    'Description: stands in for packages that the notebooks do not use' \
    'Provides: fonts-dejavu-core, fonts-lyx, libjs-sphinxdoc (= 99), python-tinycss2-common, python3-py, python3-brotli (= 99), python3-fs (= 99), python3-lz4 (= 99), python3-scipy (= 99), python3-sympy, python3-ufolib2 (= 99), python3-unicodedata2 (= 99), unicode-data (= 99), python3-debugpy, python3-pil.imagetk, python3-pytest, python3-pytest-astropy, python3-setuptools' \
    > /tmp/stand-in/DEBIAN/control \
 && dpkg-deb --build /tmp/stand-in /tmp/stand-in.deb \
 && apt-get update \
 && apt-get install -y --no-install-recommends /tmp/stand-in.deb jupyter-notebook python3-pyvo python3-astropy python3-matplotlib \
    python3-psycopg python3-psycopg2 python3-sqlalchemy \
 && rm -rf /var/lib/apt/lists/* /var/cache/debconf/*-old /var/lib/dpkg/*-old /tmp/stand-in* \
 && find /usr/lib/python3* \( -name __pycache__ -o -name tests -not -path '*/astropy/tests' -o -name '*.js.map' \
    -o -name '*.[ach]' -o -name '*.pyx' -o -name '*.pxd' \) -prune -exec rm -rf {} + \
 && rm -rf /usr/lib/python3.*/dist-packages/numpy /usr/lib/python3/dist-packages/numpy/core/_simd.*.so \
 && find /usr/lib/*-linux-gnu -name 'libicu*' -not -name 'libicuuc.*' -not -name 'libicudata.*' -delete \
 && cd /usr/share/javascript \
 && rm -rf jquery-ui/jquery-ui.js jquery-ui/ui requirejs/r.js ../nodejs/@types ../nodejs/codemirror \
 && cd mathjax \
 && rm -rf unpacked localization test jax/output/SVG fonts/HTML-CSS/TeX fonts/HTML-CSS/STIX-Web/otf \
    /usr/share/fonts/opentype/mathjax \
 && find jax/output/HTML-CSS/fonts -mindepth 1 -maxdepth 1 -not -name STIX-Web -exec rm -r {} + \
 && find config -maxdepth 1 -type f -not -name 'TeX-AMS-MML_HTMLorMML*' -not -name Safe.js -delete \
 && install -d -o 10001 -g 10001 /notebooks
USER 10001:10001
WORKDIR /notebooks
ENV HOME=/tmp PYTHONPYCACHEPREFIX=/tmp/pycache
EXPOSE 8888
# PostgreSQL's programs take a password, but not the name of a file with just that.
ENTRYPOINT ["bash", "-euc", "if [ -n \"${PGPASSWORD_FILE:-}\" ]; then PGPASSWORD=$(< \"$PGPASSWORD_FILE\"); export PGPASSWORD; fi; exec \"$@\"", "--"]
CMD ["jupyter", "notebook", "--no-browser", "--ip=127.0.0.1", "--port=8888"]

# --- dapple: no build tools, no shell needed, nobody in particular ---
FROM debian:bookworm-slim
COPY --from=build /java /opt/java
COPY --from=build /dapple/standalone/target/lib /opt/dapple/lib
COPY --from=build /dapple/standalone/target/standalone-*.jar /opt/dapple/lib/
RUN install -d -o 10001 -g 10001 /var/lib/dapple /var/lib/dapple/storage
USER 10001:10001
# The state folder: results of asynchronous jobs. /tmp must be writable too, for uploads and spools.
VOLUME /var/lib/dapple
WORKDIR /var/lib/dapple
ENV DAPPLE_HOME=/var/lib/dapple DAPPLE_RESULT_DIR=/var/lib/dapple/results
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["/opt/java/bin/java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
  "-Ddapple.log.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} - %msg%n", "-cp", "/opt/dapple/lib/*", "org.dapple.standalone.Main"]
CMD ["serve"]
