{{- define "dapple.name" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{- define "dapple.image" -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}
{{- end }}
{{- end }}

{{/* What selects the pods of a component: (dict "root" $ "component" "tap-server"). Never changes between versions. */}}
{{- define "dapple.selector" -}}
app.kubernetes.io/name: dapple
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "dapple.labels" -}}
{{ include "dapple.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "dapple.metadata" -}}
name: {{ include "dapple.name" .root }}-{{ .component }}
labels:
  {{- include "dapple.labels" . | nindent 2 }}
{{- end }}

{{/* The services by component: their values, the argument of `serve`, and where the web application is mounted. */}}
{{- define "dapple.services" -}}
tap-server: {values: tap, serve: tap, mount: ""}
datalink-service: {values: datalink, serve: datalink, mount: /datalink}
{{- end }}

{{/* Where clients reach the services. */}}
{{- define "dapple.baseUrl" -}}
{{- if .Values.site.baseUrl }}{{ .Values.site.baseUrl }}
{{- else if .Values.ingress.enabled }}{{ ternary "https" "http" (ne .Values.ingress.tlsSecret "") }}://{{ .Values.ingress.host }}
{{- end }}
{{- end }}
