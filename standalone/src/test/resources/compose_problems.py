"""What is wrong with docker-compose.yml and the Dockerfile beside it, a line each; nothing when all is well."""

import re
import sys

import yaml

compose = yaml.safe_load(open(sys.argv[1]))
stages = set(re.findall(r"(?m)^FROM \S+ AS (\S+)$", open(sys.argv[2]).read()))
services = compose["services"]
ports = {}

for name, service in services.items():
    def wrong(what):
        print(f"{name}: {what}")

    if not service.get("read_only") or "/tmp" not in service.get("tmpfs", ""):
        wrong("its file system is not read-only, or it has no /tmp")
    if name != "database" and (service.get("cap_drop") != ["ALL"] or "no-new-privileges:true" not in service["security_opt"]):
        wrong("it has capabilities that it does not need")
    if service.get("user", "10001").startswith("0") and service.get("network_mode") != "none":
        wrong("it is root and has a network")
    for variable, value in (service.get("environment") or {}).items():
        if re.search("PASSWORD|SECRET", variable) and not (variable.endswith("_FILE") and value.startswith("/run/")):
            wrong(f"{variable} is a secret and no file under /run")
    for other, how in service.get("depends_on", {}).items():
        if other not in services:
            wrong(f"it waits for {other}, which is no service")
        elif "profiles" in services[other] and services[other]["profiles"] != service.get("profiles"):
            wrong(f"it waits for {other}, which is not always there")
        elif (how["condition"] == "service_completed_successfully") == ("restart" in services[other]):
            wrong(f"it waits for {other} in the wrong way")
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        if "/" not in source and source not in compose["volumes"]:
            wrong(f"volume {source} is not declared")
    target = service["build"].get("target") if isinstance(service["build"], dict) else None
    if target and target not in stages:
        wrong(f"the Dockerfile has no stage {target}")
    for port in service.get("ports", []):
        if name == "database" and not port.startswith("127.0.0.1:"):
            wrong("other machines reach it")
        if port in ports:
            wrong(f"it has the port of {ports[port]}")
        ports[port] = name

for required in "database", "db-init", "demo", "tap-server", "datalink-service", "jupyter":
    if required not in services:
        print(f"there is no service {required}")
