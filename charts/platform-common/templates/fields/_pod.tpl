{{/*
The pod template of every workload: its metadata and its spec.
Usage: {{ include "platform-common.v1.fields.pod" $context }}
*/}}
{{- define "platform-common.v1.fields.pod" -}}
{{- $annotations := deepCopy .values.podAnnotations -}}
{{- with include "platform-common.v1.fields.configData" . -}}
  {{- $_ := set $annotations "checksum/config" (sha256sum .) -}}
{{- end -}}
metadata:
  labels:
    {{- include "platform-common.v1.fields.podLabels" . | nindent 4 }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- if .values.serviceAccount.create }}
  serviceAccountName: {{ quote .name }}
  {{- end }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ int .values.terminationGracePeriodSeconds }}
  securityContext:
    {{- include "platform-common.v1.fields.podSecurityContext" . | nindent 4 }}
  {{- with .values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with include "platform-common.v1.fields.waits" . | trim }}
  initContainers:
    {{- . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ quote .name }}
      {{- include "platform-common.v1.fields.container" . | trim | nindent 6 }}
  volumes:
    {{- include "platform-common.v1.fields.volumes" . | nindent 4 }}
{{- end -}}

{{/*
The service's container, without its name.
Usage: {{ include "platform-common.v1.fields.container" $context }}
*/}}
{{- define "platform-common.v1.fields.container" -}}
image: {{ include "platform-common.v1.fields.ownImage" . | quote }}
imagePullPolicy: {{ .values.image.pullPolicy }}
{{- with .values.command }}
command:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .ports }}
ports:
  {{- range . }}
  - name: {{ quote .name }}
    containerPort: {{ .targetPort }}
    protocol: {{ .protocol }}
  {{- end }}
{{- end }}
{{- with include "platform-common.v1.fields.env" . | trim }}
env:
  {{- . | nindent 2 }}
{{- end }}
{{- with include "platform-common.v1.fields.envFrom" . | trim }}
envFrom:
  {{- . | nindent 2 }}
{{- end }}
{{- with include "platform-common.v1.fields.probes" . | trim }}
{{ . }}
{{- end }}
resources:
  {{- include "platform-common.v1.values.resources" . | nindent 2 }}
securityContext:
  {{- include "platform-common.v1.fields.containerSecurityContext" . | nindent 2 }}
volumeMounts:
  {{- include "platform-common.v1.fields.volumeMounts" . | nindent 2 }}
{{- end -}}
