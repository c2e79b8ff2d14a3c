{{- define "aks-oncall.name" -}}
{{- if contains "aks-oncall" .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}{{ else }}{{ printf "%s-aks-oncall" .Release.Name | trunc 63 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "aks-oncall.selector" -}}
app.kubernetes.io/name: aks-oncall
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "aks-oncall.labels" -}}
{{ include "aks-oncall.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "aks-oncall.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (include "aks-oncall.name" .) }}
{{- end }}

{{- define "aks-oncall.image" -}}
{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "aks-oncall.keys" -}}
/etc/aks-oncall/keys
{{- end }}

{{- define "aks-oncall.tokens" -}}
/var/run/secrets/azure/tokens
{{- end }}
