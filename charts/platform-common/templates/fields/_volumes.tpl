{{/*
Volumes of a pod: /tmp, the writable paths, and the data of a StatefulSet that keeps none.
Usage: {{ include "platform-common.v1.fields.volumes" $context }}
*/}}
{{- define "platform-common.v1.fields.volumes" -}}
- name: tmp
  emptyDir: {}
{{- range $index, $path := without .values.writablePaths "/tmp" }}
- name: writable-{{ $index }}
  emptyDir: {}
{{- end }}
{{- if and (eq .values.type "statefulset") (not .values.persistence.enabled) }}
- name: data
  emptyDir: {}
{{- end }}
{{- end -}}

{{/*
Where the container sees them. The data of a claim lies in a folder of it, since databases
refuse the `lost+found` that a new disk has.
Usage: {{ include "platform-common.v1.fields.volumeMounts" $context }}
*/}}
{{- define "platform-common.v1.fields.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- range $index, $path := without .values.writablePaths "/tmp" }}
- name: writable-{{ $index }}
  mountPath: {{ quote $path }}
{{- end }}
{{- if eq .values.type "statefulset" }}
- name: data
  mountPath: {{ quote .values.persistence.mountPath }}
  {{- if .values.persistence.enabled }}
  subPath: data
  {{- end }}
{{- end }}
{{- end -}}
