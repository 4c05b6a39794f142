FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Teahouse.Server --configuration Release --use-current-runtime --self-contained false \
        --output /app -p:NuGetLockFilePath=obj/run.lock.json -p:WithWebClient=true -p:RunAnalyzers=false --nologo \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
ENV TEAHOUSE__SERVER__DATA=/data
VOLUME /data
# IRC over TLS, and the web page over HTTPS. Plain text stays inside the container.
EXPOSE 6697 8443
ENTRYPOINT ["/app/teahouse"]
CMD ["serve"]
