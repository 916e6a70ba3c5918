{{/* Names, and the database: its pods where they are ours, else its port wherever it is. */}}
{{- define "dapple.egress.database" -}}
- ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
- ports: [{port: {{ include "dapple.database.port" . }}, protocol: TCP}]
  {{- if ne .Values.database.mode "external" }}
  to:
    - podSelector:
        matchLabels:
          {{- if eq .Values.database.mode "cloudnativepg" }}
          cnpg.io/cluster: {{ include "dapple.name" . }}-database
          {{- else }}
          {{- include "dapple.selector" (dict "root" . "component" "database") | nindent 10 }}
          {{- end }}
  {{- end }}
{{- end }}
