{{/* One variable: (list "NAME" value); empty texts are none, whole numbers have no exponent. */}}
{{- define "dapple.variable" -}}
{{- $value := last . }}
{{- if kindIs "slice" $value }}{{ $value = join "," $value }}{{ end }}
{{- if and (kindIs "float64" $value) (eq (floor $value) $value) }}{{ $value = int64 $value }}{{ end }}
{{- if ne (toString $value) "" }}
- name: {{ first . }}
  value: {{ toString $value | quote }}
{{- end }}
{{- end }}

{{/* Settings by name: connectionWaitSeconds is DAPPLE_CONNECTION_WAIT_SECONDS. */}}
{{- define "dapple.settings" -}}
{{- range $name, $value := . }}
{{- include "dapple.variable" (list (printf "DAPPLE_%s" (snakecase $name | upper)) $value) }}
{{- end }}
{{- end }}

{{- define "dapple.environment.common" -}}
- name: DAPPLE_DATABASE_URL
  value: {{ printf "jdbc:postgresql://%s" (include "dapple.database.address" .) | quote }}
- name: DAPPLE_DATABASE_PASSWORD_FILE
  value: /run/dapple/passwords/service
{{- include "dapple.variable" (list "DAPPLE_BASE_URL" (include "dapple.baseUrl" .)) }}
{{- end }}

{{- define "dapple.environment.tap" -}}
{{- with .Values.site }}
{{- include "dapple.settings" (pick . "authority" "publisher" "contact") }}
{{- include "dapple.variable" (list "DAPPLE_SERVICE_IVOID" .serviceIvoid) }}
{{- end }}
{{- include "dapple.variable" (list "DAPPLE_RESULT_DIR" "/var/lib/dapple/results") }}
{{- include "dapple.settings" .Values.tap.settings }}
{{- end }}

{{- define "dapple.environment.datalink" -}}
{{- with .Values.datalink }}
{{- include "dapple.settings" .settings }}
{{- if .rucio.url }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_URL" .rucio.url) }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_ACCOUNT" .rucio.account) }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_VO" .rucio.vo) }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_SECONDS" .rucio.seconds) }}
{{- if .rucio.x509Secret }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_X509_FILE" "/run/dapple/rucio/proxy.pem") }}
{{- else if .rucio.user }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_USER" .rucio.user) }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_PASSWORD_FILE" "/run/dapple/rucio/password") }}
{{- else }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_SCOPE" .rucio.scope) }}
{{- include "dapple.variable" (list "DAPPLE_RUCIO_AUDIENCE" .rucio.audience) }}
{{- end }}
{{- end }}
{{- if .locate.url }}
{{- include "dapple.variable" (list "DAPPLE_LOCATE_URL" .locate.url) }}
{{- include "dapple.variable" (list "DAPPLE_LOCATE_SCOPE" .locate.scope) }}
{{- include "dapple.variable" (list "DAPPLE_LOCATE_AUDIENCE" .locate.audience) }}
{{- include "dapple.variable" (list "DAPPLE_LOCATE_SECONDS" .locate.seconds) }}
{{- end }}
{{- if .oidc.tokenUrl }}
{{- include "dapple.variable" (list "DAPPLE_OIDC_TOKEN_URL" .oidc.tokenUrl) }}
{{- include "dapple.variable" (list "DAPPLE_OIDC_CLIENT_ID" .oidc.clientId) }}
{{- include "dapple.variable" (list "DAPPLE_OIDC_CLIENT_SECRET_FILE" "/run/dapple/oidc/client-secret") }}
{{- end }}
{{- if .geoip.existingClaim }}
{{- include "dapple.variable" (list "DAPPLE_GEOIP_FILE" (printf "/run/dapple/geoip/%s" .geoip.file)) }}
{{- end }}
{{- end }}
{{- end }}
