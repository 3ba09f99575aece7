{{/*
The init container that brings the service's data to what its version expects: the service's own
container with another command. Nothing where the migration is a hook.
Usage: {{ include "platform-common.v1.fields.migrationInitContainer" $context }}
*/}}
{{- define "platform-common.v1.fields.migrationInitContainer" -}}
{{- with .values.migration }}
{{- if .enabled }}
{{- if not (or .command .args) -}}
  {{- fail (printf "%s: values: migration.command is empty; write what brings the database to this version, such as [npm, run, migrate]" $.root.Chart.Name) -}}
{{- end }}
{{- if not .hook }}
- name: migration
  image: {{ include "platform-common.v1.fields.ownImage" $ | quote }}
  imagePullPolicy: {{ $.values.image.pullPolicy }}
  {{- range $key := list "command" "args" }}
  {{- with get $.values.migration $key }}
  {{ $key }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- with include "platform-common.v1.fields.env" $ | trim }}
  env:
    {{- . | nindent 4 }}
  {{- end }}
  {{- with include "platform-common.v1.fields.envFrom" $ | trim }}
  envFrom:
    {{- . | nindent 4 }}
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  resources:
    {{- include "platform-common.v1.values.resources" $ | nindent 4 }}
  securityContext:
    {{- include "platform-common.v1.fields.containerSecurityContext" $ | nindent 4 }}
  volumeMounts:
    {{- include "platform-common.v1.fields.volumeMounts" $ | nindent 4 }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
