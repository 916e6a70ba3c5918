{{- define "dapple.database.host" -}}
{{- if eq .Values.database.mode "external" }}{{ .Values.database.external.host }}
{{- else if eq .Values.database.mode "cloudnativepg" }}{{ include "dapple.name" . }}-database-rw
{{- else }}{{ include "dapple.name" . }}-database
{{- end }}
{{- end }}

{{- define "dapple.database.port" -}}
{{- eq .Values.database.mode "external" | ternary (int .Values.database.external.port) 5432 -}}
{{- end }}

{{/* host:port/database and the options of TLS, as both JDBC and libpq write them. */}}
{{- define "dapple.database.address" -}}
{{ include "dapple.database.host" . }}:{{ include "dapple.database.port" . }}/{{ .Values.database.name }}
{{- with .Values.database.external }}
{{- if eq $.Values.database.mode "external" }}?sslmode={{ .sslMode }}
{{- if .caSecret }}&sslrootcert=/run/dapple/ca/{{ .caKey }}{{ end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "dapple.database.secret" -}}
{{- .Values.database.existingSecret | default (printf "%s-database" (include "dapple.name" .)) -}}
{{- end }}

{{/* Passwords as files, each pod gets only those it needs: (dict "root" $ "keys" (list "service")). */}}
{{- define "dapple.database.volumes" -}}
{{- $database := .root.Values.database }}
- name: passwords
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ include "dapple.database.secret" .root }}
          items:
            {{- range .keys }}
            - {key: {{ get $database.keys . | quote }}, path: {{ . }}}
            {{- end }}
      {{- if .clusterOwner }}
      - secret:
          # The operator makes it.
          name: {{ include "dapple.name" .root }}-database-app
          items:
            - {key: password, path: owner}
      {{- end }}
{{- if and (eq $database.mode "external") $database.external.caSecret }}
- name: ca
  secret:
    secretName: {{ $database.external.caSecret }}
    defaultMode: 0440
    items:
      - {key: {{ $database.external.caKey | quote }}, path: {{ $database.external.caKey | quote }}}
{{- end }}
{{- end }}

{{- define "dapple.database.mounts" -}}
- {name: passwords, mountPath: /run/dapple/passwords, readOnly: true}
{{- if and (eq .Values.database.mode "external") .Values.database.external.caSecret }}
- {name: ca, mountPath: /run/dapple/ca, readOnly: true}
{{- end }}
{{- end }}
