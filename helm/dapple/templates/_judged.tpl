{{/* What the schema cannot say because it lies between values; all problems at once. */}}
{{- define "dapple.judged" -}}
{{- $problems := list }}
{{- $tap := .Values.tap }}
{{- $most := ternary (int $tap.autoscaling.maxReplicas) (int $tap.replicas) $tap.autoscaling.enabled }}
{{- if gt $most 1 }}
{{- if eq $tap.results.kind "emptyDir" }}
{{- $problems = append $problems (printf "tap.results.kind must be persistentVolumeClaim: %d servers share the results of jobs" $most) }}
{{- else if and (ne $tap.results.accessMode "ReadWriteMany") (not $tap.results.existingClaim) }}
{{- $problems = append $problems (printf "tap.results.accessMode must be ReadWriteMany: %d servers share the results of jobs" $most) }}
{{- end }}
{{- end }}
{{- range $name := list "tap" "datalink" }}
{{- with get $.Values $name }}
{{- if and .autoscaling.enabled (lt (int .autoscaling.maxReplicas) (int .autoscaling.minReplicas)) }}
{{- $problems = append $problems (printf "%s.autoscaling.maxReplicas must not be less than minReplicas (%d) and is %d" $name (int .autoscaling.minReplicas) (int .autoscaling.maxReplicas)) }}
{{- end }}
{{- end }}
{{- end }}
{{- with $tap.settings }}
{{- range $pair := list (list "defaultMaxrec" "hardMaxrec") (list "asyncDefaultMaxrec" "asyncHardMaxrec") (list "asyncSeconds" "asyncHardSeconds") (list "jobRetentionSeconds" "jobHardRetentionSeconds") }}
{{- $less := get $tap.settings (first $pair) | int64 }}
{{- $more := get $tap.settings (last $pair) | int64 }}
{{- if gt $less $more }}
{{- $problems = append $problems (printf "tap.settings.%s must not be more than %s (%d) and is %d" (first $pair) (last $pair) $more $less) }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.datalink }}
{{- if lt (int64 .settings.replicaStaleSeconds) (int64 .settings.replicaFreshSeconds) }}
{{- $problems = append $problems "datalink.settings.replicaStaleSeconds must not be less than replicaFreshSeconds" }}
{{- end }}
{{- if and (has "rucio" .settings.replicaCatalogues) (not .rucio.url) }}
{{- $problems = append $problems "datalink.rucio.url must say where Rucio is that datalink.settings.replicaCatalogues names" }}
{{- end }}
{{- if and (has "locate" .settings.replicaCatalogues) (not .locate.url) }}
{{- $problems = append $problems "datalink.locate.url must say where the API is that datalink.settings.replicaCatalogues names" }}
{{- end }}
{{- if and .rucio.url (not (or .rucio.x509Secret .rucio.user .oidc.tokenUrl)) }}
{{- $problems = append $problems "datalink.rucio.user, datalink.rucio.x509Secret or datalink.oidc.tokenUrl must say how to log in to Rucio" }}
{{- end }}
{{- if and .rucio.user (not .rucio.x509Secret) (not .rucio.passwordSecret) }}
{{- $problems = append $problems "datalink.rucio.passwordSecret must name the secret with the password of datalink.rucio.user" }}
{{- end }}
{{- if and .oidc.tokenUrl (not (and .oidc.clientId .oidc.clientSecret)) }}
{{- $problems = append $problems "datalink.oidc.clientId and datalink.oidc.clientSecret must name the client of datalink.oidc.tokenUrl" }}
{{- end }}
{{- end }}
{{- with .Values.database }}
{{- if and (hasPrefix "verify" .external.sslMode) (eq .mode "external") (not .external.caSecret) }}
{{- $problems = append $problems (printf "database.external.caSecret must name the secret with the certificate authority that sslMode %s verifies with" .external.sslMode) }}
{{- end }}
{{- end }}
{{- if $problems }}
{{- fail (printf "\n%s" (join "\n" $problems)) }}
{{- end }}
{{- end }}
