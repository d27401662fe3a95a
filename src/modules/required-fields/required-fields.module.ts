import { Module } from '@nestjs/common';
import { RequiredFieldsController } from './required-fields.controller.js';
import { RequiredFieldsService } from './required-fields.service.js';

@Module({
  controllers: [RequiredFieldsController],
  providers: [RequiredFieldsService],
})
export class RequiredFieldsModule {}
