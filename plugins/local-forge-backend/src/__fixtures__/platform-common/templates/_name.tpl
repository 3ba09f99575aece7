{{- define "platform-common.name" -}}name{{- end -}}
